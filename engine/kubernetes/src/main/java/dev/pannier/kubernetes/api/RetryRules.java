package dev.pannier.kubernetes.api;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Whether to ask again, and when.
 *
 * <p>What the server surely did not do may be asked again: a request that never reached it, or that
 * it turned away because of its load. So may what does no harm when done twice: reading,
 * server-side apply, and deleting an object of a certain uid. Everything else that got lost on the
 * way is told to whoever asked.
 */
final class RetryRules {

  /** How long a server that answered before is waited for: it may be restarting. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /**
   * How long a write may be repeated: less than others watch a release's lease before they take it.
   * Whoever was stopped in between must not write as if nothing had been.
   */
  private static final Duration WRITE_PATIENCE = Duration.ofSeconds(10);

  /** How long one is that never did: a wrong address is told at once. */
  private static final Duration FIRST_PATIENCE = Duration.ofMillis(600);

  private static final Duration FIRST_WAIT = Duration.ofMillis(100);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private final RandomGenerator random;

  RetryRules(RandomGenerator random) {
    this.random = random;
  }

  /**
   * How long to wait before asking again; empty where that is not to be done.
   *
   * @param tries how often it was asked
   * @param elapsed since it was first asked
   * @param known whether the server answered anything before
   */
  Optional<Duration> next(
      ApiRequest request, Outcome outcome, int tries, Duration elapsed, boolean known) {
    if (!mayRepeat(request, outcome)) {
      return Optional.empty();
    }
    Duration wait =
        outcome instanceof Outcome.Answered answered && retryAfter(answered).isPresent()
            ? retryAfter(answered).get()
            : backoff(tries);
    boolean answering = known || outcome instanceof Outcome.Answered;
    Duration patience = answering ? patience(request) : FIRST_PATIENCE;
    return elapsed.plus(wait).compareTo(patience) <= 0 ? Optional.of(wait) : Optional.empty();
  }

  /** Whether it is too late to ask again, however short the wait was to be. */
  boolean isLate(ApiRequest request, Duration elapsed) {
    return elapsed.compareTo(patience(request)) > 0;
  }

  private static Duration patience(ApiRequest request) {
    return request.method() == ApiRequest.Method.GET ? PATIENCE : WRITE_PATIENCE;
  }

  private static boolean mayRepeat(ApiRequest request, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Failed failed ->
          !ConnectionFailure.isLasting(failed.cause()) && (!failed.sent() || isHarmless(request));
      case Outcome.Answered(ApiResponse response) ->
          switch (response.status()) {
            case 429 -> true;
            case 500 -> request.patient() && isPassing(request, response);
            case 502, 503, 504 -> request.patient() && isHarmless(request);
            default -> false;
          };
    };
  }

  /** Whether a failure within the server is one that goes away: it has its own troubles. */
  private static boolean isPassing(ApiRequest request, ApiResponse response) {
    return request.method() == ApiRequest.Method.GET
        || (isHarmless(request)
            && (response.text().contains("failed calling webhook")
                || response.text().contains("etcdserver: ")));
  }

  /** Whether doing it twice is as good as doing it once. */
  static boolean isHarmless(ApiRequest request) {
    return switch (request.method()) {
      case GET -> true;
      case PATCH -> request.contentType() == ApiRequest.ContentType.APPLY_PATCH;
      case DELETE -> request.body() != null && request.body().toString().contains("\"uid\"");
      case POST, PUT -> false;
    };
  }

  /** Doubling, and spread, so that those who failed together do not come back together. */
  private Duration backoff(int tries) {
    long doubled = FIRST_WAIT.toMillis() << Math.min(tries - 1, 10);
    long wait = Math.min(doubled, LONGEST_WAIT.toMillis());
    return Duration.ofMillis(wait / 2 + random.nextLong(wait / 2 + 1));
  }

  private static Optional<Duration> retryAfter(Outcome.Answered answered) {
    return answered.response().header("retry-after").flatMap(RetryRules::seconds);
  }

  private static Optional<Duration> seconds(String header) {
    try {
      return Optional.of(Duration.ofSeconds(Math.max(0, Long.parseLong(header.strip()))));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }
}
