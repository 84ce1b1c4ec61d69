package dev.pannier.cli.output;

import dev.pannier.engine.release.LockHolder;
import dev.pannier.engine.release.Operation;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What has not ended, and who is at it, for programs. */
final class OperationData {

  private OperationData() {}

  static MapNode of(Operation operation) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", operation.id());
    row.put("verb", operation.verb().word());
    row.put("revision", operation.revision());
    row.put("phase", operation.phase().name().toLowerCase(Locale.ROOT));
    row.put("started", operation.started().toString());
    row.put("begun_by", of(operation.holder()));
    return (MapNode) Node.of(row);
  }

  static MapNode of(LockHolder holder) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("host", holder.host());
    row.put("process", holder.process());
    row.put("command", holder.command());
    row.put("since", holder.since().toString());
    return (MapNode) Node.of(row);
  }
}
