package dev.pannier.engine.release;

import dev.pannier.engine.manifest.Hook;
import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.MapNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A hook within a record (Helm's pkg/release/v1/hook.go). */
final class HookRecord {

  private HookRecord() {}

  static MapNode write(RecordedHook recorded) {
    Hook hook = recorded.hook();
    Resource resource = hook.resource();
    return new Fields()
        .putUnlessEmpty("name", resource.id().name())
        .putUnlessEmpty("kind", resource.id().kind())
        .putUnlessEmpty("path", resource.source())
        .putUnlessEmpty("manifest", resource.text())
        .putUnlessEmpty("events", hook.events().stream().sorted().map(Hook.Event::word).toList())
        .put("last_run", write(recorded.lastRun()))
        .putUnlessEmpty("weight", hook.weight())
        .putUnlessEmpty(
            "delete_policies",
            hook.deletePolicies().stream().sorted().map(Hook.DeletePolicy::word).toList())
        .putUnlessEmpty("output_log_policies", logPolicies(resource))
        .map();
  }

  private static MapNode write(HookRun run) {
    return new Fields()
        .putTime("started_at", run.startedAt())
        .putTime("completed_at", run.completedAt())
        .put("phase", run.phase().word())
        .map();
  }

  private static List<String> logPolicies(Resource resource) {
    return resource
        .annotation("helm.sh/hook-output-log-policy")
        .lines()
        .flatMap(line -> List.of(line.split(",")).stream())
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /** A hook; empty where its manifest holds no resource. */
  static Optional<RecordedHook> read(MapNode data, String revisionName) {
    Source text = new Source("hook of " + revisionName, Fields.text(data, "manifest"));
    List<Resource> resources = ManifestText.read(text, Fields.text(data, "path"));
    if (resources.isEmpty()) {
      return Optional.empty();
    }
    Hook hook =
        new Hook(
            resources.getFirst(),
            events(Fields.texts(data, "events")),
            Fields.number(data, "weight"),
            policies(Fields.texts(data, "delete_policies")));
    MapNode run = data.map("last_run");
    return Optional.of(
        new RecordedHook(
            hook,
            new HookRun(
                Fields.time(run, "started_at"),
                Fields.time(run, "completed_at"),
                HookRun.Phase.of(Fields.text(run, "phase")))));
  }

  private static Set<Hook.Event> events(List<String> words) {
    Set<Hook.Event> events = new LinkedHashSet<>();
    for (Hook.Event event : Hook.Event.values()) {
      if (words.contains(event.word())) {
        events.add(event);
      }
    }
    return events;
  }

  private static Set<Hook.DeletePolicy> policies(List<String> words) {
    Set<Hook.DeletePolicy> policies = new LinkedHashSet<>();
    for (Hook.DeletePolicy policy : Hook.DeletePolicy.values()) {
      if (words.contains(policy.word())) {
        policies.add(policy);
      }
    }
    return policies;
  }
}
