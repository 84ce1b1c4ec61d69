package dev.pannier.kubernetes.api;

import dev.pannier.engine.deploy.Pause;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** An API server over HTTP. */
public final class HttpApiServer implements ApiServer, AutoCloseable {

  private final Exchange exchange;
  private final Throttle throttle;
  private final RetryRules rules;
  private final Failures failures;
  private final ServerWarnings warnings;
  private final Clock clock;
  private final Pause pause;
  private volatile boolean known;

  /**
   * A server.
   *
   * @param client how it is reached, which is closed with this
   * @param perSecond requests a second on average; no bound where it is not positive
   * @param burst how many may be asked ahead of that
   * @param warnings takes what the server wants to be known besides, each once
   */
  public HttpApiServer(
      ServerAddress address,
      io.fabric8.kubernetes.client.http.HttpClient client,
      double perSecond,
      int burst,
      Clock clock,
      RandomGenerator random,
      Pause pause,
      Consumer<Problem> warnings) {
    this.exchange = new Exchange(address.uri(), client);
    this.throttle = new Throttle(perSecond, burst, clock, pause);
    this.rules = new RetryRules(random);
    this.failures = new Failures(address);
    this.warnings = new ServerWarnings(warnings);
    this.clock = clock;
    this.pause = pause;
  }

  @Override
  public ApiResponse send(ApiRequest request) {
    try {
      return sendUntilAnswered(request);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failures.givenUp(e);
    }
  }

  private ApiResponse sendUntilAnswered(ApiRequest request) throws InterruptedException {
    long start = clock.millis();
    boolean repeated = false;
    for (int tries = 1; ; tries++) {
      Outcome outcome = sendOnce(request);
      Duration elapsed = Duration.ofMillis(clock.millis() - start);
      Optional<Duration> wait = rules.next(request, outcome, tries, elapsed, known);
      if (wait.isEmpty()) {
        return answer(outcome, repeated);
      }
      pause.pause(wait.get());
      if (rules.isLate(request, Duration.ofMillis(clock.millis() - start))) {
        return answer(outcome, repeated);
      }
      repeated |= mayBeDone(outcome);
    }
  }

  private Outcome sendOnce(ApiRequest request) throws InterruptedException {
    throttle.enter();
    try {
      return exchange.send(request);
    } finally {
      throttle.leave();
    }
  }

  /** Whether an attempt without success may have had its effect all the same. */
  private static boolean mayBeDone(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Failed failed -> failed.sent();
      case Outcome.Answered answered -> answered.response().status() != 429;
    };
  }

  private ApiResponse answer(Outcome outcome, boolean repeated) {
    return switch (outcome) {
      case Outcome.Failed failed -> throw failures.noAnswer(failed.cause());
      case Outcome.Answered(ApiResponse response) -> {
        if (response.status() == 401) {
          throw failures.unauthenticated(response);
        }
        if (response.status() == 407) {
          throw failures.proxyRefuses();
        }
        if (isPage(response)) {
          throw failures.noApiServer(response);
        }
        known = true;
        warnings.tell(response);
        yield repeated ? response.asRepeated() : response;
      }
    };
  }

  /** API servers redirect nobody and write no HTML. */
  private static boolean isPage(ApiResponse response) {
    return response.status() < 400
        && (response.status() >= 300
            || response.header("content-type").orElse("").startsWith("text/html"));
  }

  @Override
  public ApiResponse stream(ApiRequest request, Consumer<String> lines, Duration quiet)
      throws InterruptedException {
    throttle.enter();
    Stream stream;
    try {
      stream = exchange.stream(request, lines);
    } finally {
      throttle.leave();
    }
    return answer(stream.outcome(quiet), false);
  }

  @Override
  public ChartException refusal(String aim, ApiResponse response) {
    return failures.refusal(aim, response);
  }

  @Override
  public void close() {
    exchange.close();
  }
}
