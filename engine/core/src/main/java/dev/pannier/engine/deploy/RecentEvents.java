package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.ResourceId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a cluster reported about objects lately; about one, it is asked every two seconds at most.
 */
final class RecentEvents {

  private static final Duration FRESH = Duration.ofSeconds(2);

  private final ClusterReader reader;
  private final Clock clock;
  private final Map<ResourceId, Answer> answers = new HashMap<>();

  private record Answer(Instant at, List<String> events) {}

  RecentEvents(ClusterReader reader, Clock clock) {
    this.reader = reader;
    this.clock = clock;
  }

  /** The message of the last event about an object that gives one of some reasons. */
  Optional<String> last(ResourceId id, List<String> reasons) {
    for (String event : of(id).reversed()) {
      int colon = event.indexOf(": ");
      if (colon > 0 && reasons.contains(event.substring(0, colon))) {
        return Optional.of(event.substring(colon + 2).strip());
      }
    }
    return Optional.empty();
  }

  private List<String> of(ResourceId id) {
    Answer answer = answers.get(id);
    Instant now = clock.instant();
    if (answer == null || Duration.between(answer.at(), now).compareTo(FRESH) >= 0) {
      answer = new Answer(now, reader.events(id));
      answers.put(id, answer);
    }
    return answer.events();
  }
}
