package dev.pannier.cli.output;

import dev.pannier.engine.deploy.ApplyResult;
import dev.pannier.engine.deploy.DeployEvent;
import dev.pannier.engine.deploy.Diagnosis;
import dev.pannier.engine.deploy.FieldYield;
import dev.pannier.engine.deploy.readiness.PodState;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Events for programs: one map each, with its kind and time. Values of Secrets are left out. */
final class EventData {
  private final Map<String, Object> data = new LinkedHashMap<>();

  private EventData(String kind, Instant now) {
    data.put("event", kind);
    data.put("time", now.toString());
  }

  static MapNode of(DeployEvent event, Instant now) {
    EventData made = new EventData(kind(event), now);
    made.fill(event);
    return (MapNode) Node.of(made.data);
  }

  /** {@code still-waiting}, as the type is called. */
  private static String kind(DeployEvent event) {
    return event
        .getClass()
        .getSimpleName()
        .replaceAll("([a-z])([A-Z])", "$1-$2")
        .toLowerCase(Locale.ROOT);
  }

  private void fill(DeployEvent event) {
    switch (event) {
      case DeployEvent.Recovering it -> {
        data.put("verb", it.operation().verb().word());
        data.put("revision", it.operation().revision());
        data.put("command", it.operation().holder().command());
      }
      case DeployEvent.Planned it -> {
        data.put("verb", it.verb().word());
        data.put("revision", it.revision());
        data.put("changes", it.plan().changes().size());
      }
      case DeployEvent.HookStarted it -> resource(it.id()).put("hook", it.event().word());
      case DeployEvent.HookFinished it -> {
        resource(it.id()).put("hook", it.event().word());
        data.put("succeeded", it.succeeded());
        data.put("log", it.log());
      }
      case DeployEvent.Applied it ->
          resource(it.id()).put("outcome", it.outcome().name().toLowerCase(Locale.ROOT));
      case DeployEvent.FieldsTaken it -> resource(it.id()).put("fields", taken(it));
      case DeployEvent.FieldsYielded it -> resource(it.id()).put("fields", yielded(it));
      case DeployEvent.Recreated it -> resource(it.id()).put("fields", it.fields());
      case DeployEvent.Waiting it -> resource(it.id()).put("reason", it.reason());
      case DeployEvent.Pods it ->
          resource(it.id()).put("pods", it.pods().stream().map(EventData::pod).toList());
      case DeployEvent.StillWaiting it -> {
        data.put("elapsed_seconds", it.elapsed().toSeconds());
        List<Node> open = new ArrayList<>();
        it.open().forEach((id, reason) -> open.add(id(id).with("reason", Node.of(reason))));
        data.put("open", open);
      }
      case DeployEvent.Ready it -> resource(it.id());
      case DeployEvent.Failed it -> diagnosis(it.diagnosis());
      case DeployEvent.Tolerated it -> diagnosis(it.diagnosis());
      case DeployEvent.Deleted it -> resource(it.id());
      case DeployEvent.Gone it -> resource(it.id());
      case DeployEvent.Kept it -> resource(it.id()).put("reason", it.reason());
      case DeployEvent.KindGone it -> resource(it.id());
      case DeployEvent.Undoing it -> {
        data.put("verb", it.verb().word());
        data.put("revision", it.revision());
      }
      case DeployEvent.Recorded it -> {
        data.put("release", it.release().name());
        data.put("namespace", it.release().namespace());
        data.put("revision", it.release().revision());
        data.put("status", it.release().status().word());
      }
    }
  }

  private Map<String, Object> resource(ResourceId id) {
    data.put("resource", id(id));
    return data;
  }

  private static MapNode id(ResourceId id) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("apiVersion", id.apiVersion());
    parts.put("kind", id.kind());
    if (!id.namespace().isEmpty()) {
      parts.put("namespace", id.namespace());
    }
    parts.put("name", id.name());
    return (MapNode) Node.of(parts);
  }

  private void diagnosis(Diagnosis diagnosis) {
    resource(diagnosis.resource()).put("reason", diagnosis.reason());
    diagnosis.pod().ifPresent(pod -> data.put("pod", pod.name()));
    put("container", diagnosis.container());
    put("cause", diagnosis.cause());
    put("field", diagnosis.field());
    data.put("log", diagnosis.log());
    data.put("events", diagnosis.events());
    data.put("next", diagnosis.next());
  }

  private void put(String key, String text) {
    if (!text.isEmpty()) {
      data.put(key, text);
    }
  }

  private static Node pod(PodState pod) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("name", pod.name());
    row.put("state", pod.state());
    row.put("ready", pod.ready());
    row.put("containers", pod.containers());
    row.put("restarts", pod.restarts());
    return Node.of(row);
  }

  private static List<Node> taken(DeployEvent.FieldsTaken event) {
    List<Node> fields = new ArrayList<>();
    for (ApplyResult.Conflict each : event.conflicts()) {
      fields.add(field(event.id(), each.path(), "was", each.theirs(), each.manager()));
    }
    return fields;
  }

  private static List<Node> yielded(DeployEvent.FieldsYielded event) {
    List<Node> fields = new ArrayList<>();
    for (FieldYield each : event.fields()) {
      fields.add(field(event.id(), each.path(), "is", each.live(), each.to()));
    }
    return fields;
  }

  private static Node field(ResourceId id, String path, String key, Node value, String by) {
    Map<String, Object> field = new LinkedHashMap<>();
    field.put("path", path);
    if (!id.kind().equals("Secret")) {
      field.put(key, value);
    }
    field.put("by", by);
    return Node.of(field);
  }
}
