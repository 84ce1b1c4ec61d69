package dev.pannier.engine.manifest;

import dev.pannier.engine.manifest.Hook.DeletePolicy;
import dev.pannier.engine.manifest.Hook.Event;
import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Suggestion;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells hooks from resources by their annotations (Helm's manifest_sorter.go). What Helm drops
 * without a word (an unknown event, a weight that is no number) is a problem here.
 */
public final class HookReader {

  private static final String EVENTS = "helm.sh/hook";
  private static final String WEIGHT = "helm.sh/hook-weight";
  private static final String POLICIES = "helm.sh/hook-delete-policy";

  private HookReader() {}

  /** The hook that a resource is; empty where it is none. */
  public static Optional<Hook> read(Resource resource, Problems problems) {
    MapNode annotations = resource.content().map("metadata").map("annotations");
    if (!annotations.has(EVENTS)) {
      return Optional.empty();
    }
    Set<Event> events = EnumSet.noneOf(Event.class);
    for (String word : words(annotations, EVENTS)) {
      event(word, annotations, problems).ifPresent(events::add);
    }
    Set<DeletePolicy> policies = EnumSet.noneOf(DeletePolicy.class);
    for (String word : words(annotations, POLICIES)) {
      policy(word, annotations, problems).ifPresent(policies::add);
    }
    if (policies.isEmpty()) {
      policies.add(DeletePolicy.BEFORE_HOOK_CREATION);
    }
    return Optional.of(new Hook(resource, events, weight(annotations, problems), policies));
  }

  private static List<String> words(MapNode annotations, String key) {
    if (!(annotations.get(key) instanceof ScalarNode scalar)) {
      return List.of();
    }
    List<String> words = new ArrayList<>();
    for (String word : scalar.text().split(",", -1)) {
      if (!word.isBlank()) {
        words.add(word.strip());
      }
    }
    return words;
  }

  private static Optional<Event> event(String word, MapNode annotations, Problems problems) {
    if (word.equals("test-success")) {
      return Optional.of(Event.TEST);
    }
    List<String> known = new ArrayList<>();
    for (Event event : Event.values()) {
      if (event.word().equals(word)) {
        return Optional.of(event);
      }
      known.add(event.word());
    }
    problems.add(unknown("event", word, known).at(place(annotations, EVENTS)));
    return Optional.empty();
  }

  private static Optional<DeletePolicy> policy(
      String word, MapNode annotations, Problems problems) {
    List<String> known = new ArrayList<>();
    for (DeletePolicy policy : DeletePolicy.values()) {
      if (policy.word().equals(word)) {
        return Optional.of(policy);
      }
      known.add(policy.word());
    }
    problems.add(unknown("delete policy", word, known).at(place(annotations, POLICIES)));
    return Optional.empty();
  }

  private static Problem unknown(String what, String word, List<String> known) {
    String guess = Suggestion.didYouMean(word, known);
    return Problem.error("manifest.unknown-hook", "There is no hook " + what + " `" + word + "`.")
        .hint(guess.isEmpty() ? "Known are " + String.join(", ", known) + "." : guess);
  }

  private static int weight(MapNode annotations, Problems problems) {
    if (!(annotations.get(WEIGHT) instanceof ScalarNode scalar)) {
      return 0;
    }
    try {
      return Integer.parseInt(scalar.text());
    } catch (NumberFormatException e) {
      problems.add(
          Problem.error(
                  "manifest.hook-weight",
                  "The hook weight `" + scalar.text() + "` is no whole number.")
              .at(place(annotations, WEIGHT))
              .hint("Write it like `\"-5\"`; hooks of lower weight run first."));
      return 0;
    }
  }

  private static Location place(MapNode annotations, String key) {
    Node value = annotations.get(key);
    return value != null && value.origin().isKnown() ? value.origin() : annotations.keyOrigin(key);
  }
}
