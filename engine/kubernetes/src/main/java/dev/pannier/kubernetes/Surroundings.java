package dev.pannier.kubernetes;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * What a connection takes from the process that it runs in.
 *
 * @param environment its variables: {@code KUBECONFIG}, {@code HTTPS_PROXY}, {@code NO_PROXY}, and
 *     what a pod has of its API server
 * @param home the folder of the user, where {@code .kube/config} is
 * @param cache the folder where what a server serves is remembered for a few minutes
 * @param clock what tells the time
 * @param random what spreads attempts, so that not everybody asks again at once
 */
public record Surroundings(
    Map<String, String> environment, Path home, Path cache, Clock clock, RandomGenerator random) {

  public Surroundings {
    environment = Map.copyOf(environment);
  }
}
