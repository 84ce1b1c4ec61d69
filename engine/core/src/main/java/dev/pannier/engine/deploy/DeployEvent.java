package dev.pannier.engine.deploy;

import dev.pannier.engine.deploy.readiness.PodState;
import dev.pannier.engine.manifest.Hook;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.release.Operation;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.Verb;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Something that happens while a release is deployed, told to whoever watches. */
public sealed interface DeployEvent {

  /** An operation that somebody left unfinished is finished or undone first. */
  record Recovering(Operation operation) implements DeployEvent {}

  /** It is known what will be done. */
  record Planned(Verb verb, int revision, Plan plan) implements DeployEvent {}

  /** A hook was created. */
  record HookStarted(Hook.Event event, ResourceId id) implements DeployEvent {}

  /** A hook ended, with what it wrote where it asks for that. */
  record HookFinished(Hook.Event event, ResourceId id, boolean succeeded, List<String> log)
      implements DeployEvent {}

  /** A resource was applied. */
  record Applied(ResourceId id, ApplyResult.Outcome outcome) implements DeployEvent {}

  /** Fields that somebody had changed by hand were set back. */
  record FieldsTaken(ResourceId id, List<ApplyResult.Conflict> conflicts) implements DeployEvent {}

  /** Fields were left to others, although the chart sets them. */
  record FieldsYielded(ResourceId id, List<FieldYield> fields) implements DeployEvent {}

  /** A resource was deleted and made anew, because these fields of it cannot be changed. */
  record Recreated(ResourceId id, List<String> fields) implements DeployEvent {}

  /** A resource is not ready yet. Told again when the reason changes. */
  record Waiting(ResourceId id, String reason) implements DeployEvent {}

  /** The pods of a resource that is waited for. Told again when something of them changes. */
  record Pods(ResourceId id, List<PodState> pods) implements DeployEvent {
    public Pods {
      pods = List.copyOf(pods);
    }
  }

  /**
   * Time passes while something is waited for. Told about every second.
   *
   * @param elapsed since the wait began
   * @param open what is waited for, and why
   */
  record StillWaiting(Duration elapsed, Map<ResourceId, String> open) implements DeployEvent {
    public StillWaiting {
      open = Collections.unmodifiableMap(new LinkedHashMap<>(open));
    }
  }

  /** A resource is ready. */
  record Ready(ResourceId id) implements DeployEvent {}

  /** A resource does not become ready. */
  record Failed(Diagnosis diagnosis) implements DeployEvent {}

  /** A resource does not become ready, and the release does without it, as its annotation says. */
  record Tolerated(Diagnosis diagnosis) implements DeployEvent {}

  /** A resource was deleted. */
  record Deleted(ResourceId id) implements DeployEvent {}

  /** A resource that was deleted is gone. */
  record Gone(ResourceId id) implements DeployEvent {}

  /** A resource that would have been deleted stays. */
  record Kept(ResourceId id, String reason) implements DeployEvent {}

  /** A resource would have been deleted, and the cluster has no such kind any more. */
  record KindGone(ResourceId id) implements DeployEvent {}

  /** An operation failed and is undone now. */
  record Undoing(Verb verb, int revision) implements DeployEvent {}

  /** A revision's record was written at the end of an operation. */
  record Recorded(Release release) implements DeployEvent {}
}
