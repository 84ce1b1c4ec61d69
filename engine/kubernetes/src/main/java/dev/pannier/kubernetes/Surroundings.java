package dev.pannier.kubernetes;

import dev.pannier.engine.deploy.Pause;
import dev.pannier.engine.problem.Problem;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * What a connection takes from the process that it runs in. What is given must be safe for use by
 * several threads.
 *
 * @param environment its variables: {@code KUBECONFIG}, {@code HTTPS_PROXY}, {@code NO_PROXY}, and
 *     what a pod has of its API server
 * @param home the folder of the user, where {@code .kube/config} is
 * @param cache the folder where what a server serves is remembered for a few minutes
 * @param clock what tells the time
 * @param random what spreads attempts, so that not everybody asks again at once
 * @param pause how time passes between them
 * @param warnings takes what the server wants to be known besides its answers, such as that an API
 *     is deprecated; each once
 * @param messages takes, line by line, what a credential plugin tells its user: {@code Visit … and
 *     enter the code}
 * @param interactive whether a credential plugin may ask its user on the terminal
 */
public record Surroundings(
    Map<String, String> environment,
    Path home,
    Path cache,
    Clock clock,
    RandomGenerator random,
    Pause pause,
    Consumer<Problem> warnings,
    Consumer<String> messages,
    boolean interactive) {

  public Surroundings {
    environment = Map.copyOf(environment);
  }
}
