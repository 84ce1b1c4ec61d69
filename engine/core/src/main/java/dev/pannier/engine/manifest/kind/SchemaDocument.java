package dev.pannier.engine.manifest.kind;

import dev.pannier.engine.problem.DiskReason;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.problem.SourceMap;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.ScalarNode;
import dev.pannier.engine.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A file that holds custom resource definitions or a JSON schema. */
final class SchemaDocument {

  private final List<CustomKind> defined = new ArrayList<>();
  private final MapNode schema;

  private SchemaDocument(List<Node> documents) {
    MapNode other = MapNode.EMPTY;
    for (Node document : documents) {
      if (document instanceof MapNode map) {
        List<MapNode> definitions = definitions(map);
        definitions.forEach(definition -> defined.addAll(CustomKind.of(definition)));
        if (definitions.isEmpty() && (map.has("properties") || map.has("$ref"))) {
          other = map;
        }
      }
    }
    this.schema = other;
  }

  private static List<MapNode> definitions(MapNode object) {
    List<MapNode> definitions = new ArrayList<>();
    if (object.text("kind").orElse("").equals(CustomKind.DEFINITION)) {
      definitions.add(object);
    }
    for (Node item : object.list("items")) {
      if (item instanceof MapNode map) {
        definitions.addAll(definitions(map));
      }
    }
    return definitions;
  }

  static boolean isUrl(String location) {
    return location.startsWith("http://") || location.startsWith("https://");
  }

  /**
   * Reads a file or a URL; empty where there is none.
   *
   * @throws dev.pannier.engine.problem.ChartException when it cannot be read
   */
  static Optional<SchemaDocument> read(String place) {
    return isUrl(place)
        ? SchemaDownload.text(place).map(text -> parse(place, text))
        : file(Path.of(place));
  }

  private static Optional<SchemaDocument> file(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(parse(file.toString(), Files.readString(file)));
    } catch (IOException e) {
      throw problem("`" + file + "` cannot be read: " + DiskReason.of(e) + ".").exception(e);
    }
  }

  /** JSON is YAML too. */
  private static SchemaDocument parse(String name, String text) {
    Problems problems = new Problems();
    Source source = new Source(name, text);
    List<Node> documents = YamlReader.readAll(source, SourceMap.of(source), problems);
    problems.throwIfErrors();
    return new SchemaDocument(documents);
  }

  static Problem problem(String message) {
    return Problem.error("manifest.schema-location", message);
  }

  /** The definitions in it. */
  List<CustomKind> defined() {
    return defined;
  }

  /** The schema of a kind: as it is defined here, or else that of the whole file. */
  Optional<CustomKind> find(String apiVersion, String kind) {
    for (CustomKind version : defined) {
      if (version.kind().equals(kind) && version.apiVersion().equals(apiVersion)) {
        return Optional.of(version);
      }
    }
    String group = ApiVersion.group(apiVersion);
    String version = apiVersion.substring(apiVersion.indexOf('/') + 1);
    return schema.isEmpty() || !isOf(kind)
        ? Optional.empty()
        : Optional.of(new CustomKind(group, version, kind, null, true, null, schema, false));
  }

  /** A schema that names its kind is of no other. */
  private boolean isOf(String kind) {
    ListNode named = schema.map("properties").map("kind").list("enum");
    return named.isEmpty()
        || named.items().stream()
            .anyMatch(each -> each instanceof ScalarNode text && text.text().equals(kind));
  }
}
