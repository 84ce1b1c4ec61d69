package dev.pannier.engine.charts;

import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.problem.SourceMap;
import dev.pannier.engine.release.ManifestText;
import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.TextNode;
import dev.pannier.engine.yaml.YamlReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** A manifest as Kubernetes reads it, by YAML 1.1, and as a reader of YAML 1.2 does. */
final class TwoReaders {

  private TwoReaders() {}

  /** What the two do not see alike in the manifest of a release; empty where they agree. */
  static String disagreement(List<Resource> resources) {
    String text = ManifestText.write(resources);
    Source source = new Source("manifest", text);
    Problems problems = new Problems();
    List<Node> ours = YamlReader.readAll(source, SourceMap.of(source), problems);
    if (problems.hasErrors()) {
      return "our reader: " + problems.all() + "\n" + text;
    }
    if (!ours.equals(resources.stream().map(Resource::content).toList())) {
      return "the manifest reads as other documents than the resources:\n" + text;
    }
    try {
      List<Object> theirs = new ArrayList<>();
      new Load(settings()).loadAllFromString(text).forEach(theirs::add);
      return same(ListNode.of(ours), theirs) ? "" : "YAML 1.2 reads " + theirs + " in\n" + text;
    } catch (YamlEngineException e) {
      return "YAML 1.2: " + e.getMessage() + "\n" + text;
    }
  }

  private static LoadSettings settings() {
    return LoadSettings.builder()
        .setSchema(new CoreSchema())
        .setAllowDuplicateKeys(false)
        .setCodePointLimit(Integer.MAX_VALUE)
        .build();
  }

  private static boolean same(Node ours, @Nullable Object theirs) {
    return switch (ours) {
      case NullNode _ -> theirs == null;
      case BoolNode bool -> theirs instanceof Boolean other && other == bool.value();
      case NumberNode number ->
          theirs instanceof Number other && other.doubleValue() == number.toDouble();
      case TextNode text -> text.text().equals(theirs);
      case ListNode list -> theirs instanceof List<?> others && same(list, others);
      case MapNode map -> theirs instanceof Map<?, ?> others && same(map, others);
    };
  }

  private static boolean same(ListNode ours, List<?> theirs) {
    if (ours.size() != theirs.size()) {
      return false;
    }
    Iterator<?> others = theirs.iterator();
    for (Node item : ours) {
      if (!same(item, others.next())) {
        return false;
      }
    }
    return true;
  }

  private static boolean same(MapNode ours, Map<?, ?> theirs) {
    if (!ours.keys().equals(theirs.keySet())) {
      return false;
    }
    for (Map.Entry<String, Node> entry : ours.entries().entrySet()) {
      if (!same(entry.getValue(), theirs.get(entry.getKey()))) {
        return false;
      }
    }
    return true;
  }
}
