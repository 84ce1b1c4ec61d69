package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.yaml.MapNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Applies, and tries again what a cluster cannot take yet: a webhook whose pods are still coming, a
 * quota that is just being counted, a kind or a namespace that was made a moment ago.
 */
final class Attempts {
  private static final Duration FIRST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(5);

  /** How long a kind or a namespace may take to be known to all of an API server. */
  private static final Duration SETTLING = Duration.ofSeconds(15);

  private final Site site;
  private final Set<String> coming;

  /**
   * Attempts at one site.
   *
   * @param coming kinds ({@code group/Kind}) and namespaces that the release itself brings
   */
  Attempts(Site site, Set<String> coming) {
    this.site = site;
    this.coming = coming;
  }

  /** Applies; the last answer is what counts. A dry run is tried once. */
  ApplyResult apply(ResourceId id, MapNode object, ApplyMode mode) {
    Instant begun = site.clock().instant();
    Duration pause = FIRST;
    String told = "";
    while (true) {
      ApplyResult result = site.cluster().apply(id, object, mode);
      if (mode.dryRun()
          || !(result instanceof ApplyResult.Refused(List<ApplyResult.Refusal> refusals))
          || site.clock().instant().isAfter(begun.plus(patience(id, refusals)))) {
        return result;
      }
      String reason = phrase(refusals.getFirst().message());
      if (!reason.equals(told)) {
        site.tell(new DeployEvent.Waiting(id, reason));
        told = reason;
      }
      pause(pause);
      pause = pause.multipliedBy(2).compareTo(LONGEST) < 0 ? pause.multipliedBy(2) : LONGEST;
    }
  }

  /** How long it is worth trying; not at all where anything stands against it for good. */
  private Duration patience(ResourceId id, List<ApplyResult.Refusal> refusals) {
    Duration patience = site.options().timeout();
    for (ApplyResult.Refusal refusal : refusals) {
      Duration each =
          switch (refusal.cause()) {
            case NOT_YET -> site.options().timeout();
            case NO_KIND ->
                coming.contains(id.group() + "/" + id.kind()) ? SETTLING : Duration.ZERO;
            case NO_NAMESPACE, NAMESPACE_GOING ->
                coming.contains(id.namespace()) ? SETTLING : Duration.ZERO;
            case INVALID, IMMUTABLE, FORBIDDEN -> Duration.ZERO;
          };
      patience = each.compareTo(patience) < 0 ? each : patience;
    }
    return patience.isZero() ? Duration.ofNanos(-1) : patience;
  }

  private static String phrase(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }

  private void pause(Duration time) {
    try {
      site.pause().pause(time);
    } catch (InterruptedException e) {
      throw Interruption.problem().exception(e);
    }
  }
}
