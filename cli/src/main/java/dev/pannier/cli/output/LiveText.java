package dev.pannier.cli.output;

import dev.pannier.engine.UnfinishedOperation;
import dev.pannier.engine.deploy.ResourceState;
import dev.pannier.engine.release.Operation;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.Verb;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How a release is at this moment: its resources as the cluster has them, and what has not ended.
 *
 * @param resources none where they are not looked at
 */
public record LiveText(
    Release release, List<ResourceState> resources, Optional<UnfinishedOperation> unfinished) {

  public LiveText {
    resources = List.copyOf(resources);
  }

  /** For people. */
  public String text() {
    StringBuilder out = new StringBuilder();
    unfinished.ifPresent(each -> out.append("OPERATION: ").append(sentence(each)).append('\n'));
    if (!resources.isEmpty()) {
      out.append("RESOURCES:\n");
      int width = 0;
      for (ResourceState each : resources) {
        width = Math.max(width, VisibleText.width(name(each)));
      }
      for (ResourceState each : resources) {
        String name = VisibleText.of(name(each));
        String gap = " ".repeat(width - VisibleText.width(name) + 2);
        out.append("  ").append(name).append(gap).append(VisibleText.of(each.message()));
        out.append('\n');
      }
    }
    return out.toString();
  }

  /** With the namespace where it is not the release's own. */
  private String name(ResourceState state) {
    String namespace = state.id().namespace();
    return namespace.isEmpty() || namespace.equals(release.namespace())
        ? state.id().toString()
        : state.id() + " in " + namespace;
  }

  private static String sentence(UnfinishedOperation unfinished) {
    Operation operation = unfinished.operation();
    String what =
        operation.verb() == Verb.UNINSTALL
            ? operation.verb().word()
            : operation.verb().word() + " to revision " + operation.revision();
    String begun = what + ", begun by " + operation.holder() + ", in phase " + phase(operation);
    return begun
        + unfinished
            .holder()
            .map(holder ->
                holder.equals(operation.holder())
                    ? "; it is under way"
                    : "; " + holder + " is at it now")
            .orElse("; it broke off, and the next command that changes the release puts it right");
  }

  private static String phase(Operation operation) {
    return operation.phase().name().toLowerCase(Locale.ROOT);
  }

  /** For programs: fields that follow Helm's own. */
  public MapNode after(MapNode record) {
    List<Node> rows = new ArrayList<>();
    resources.forEach(each -> rows.add(data(each)));
    MapNode all = record.with("resources", Node.of(rows));
    return unfinished.map(each -> all.with("operation", data(each))).orElse(all);
  }

  private static Node data(ResourceState state) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("kind", state.id().kind());
    row.put("name", state.id().name());
    row.put("namespace", state.id().namespace());
    row.put("ready", state.isReady());
    row.put("message", state.message());
    return Node.of(row);
  }

  private static Node data(UnfinishedOperation unfinished) {
    MapNode operation = OperationData.of(unfinished.operation());
    return unfinished
        .holder()
        .map(holder -> operation.with("held_by", OperationData.of(holder)))
        .orElse(operation);
  }
}
