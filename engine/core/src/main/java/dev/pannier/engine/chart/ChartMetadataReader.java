package dev.pannier.engine.chart;

import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.problem.SourceMap;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.YamlReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads and checks Chart.yaml, versions v1 and v2 (Helm's pkg/chart/v2/metadata.go). */
public final class ChartMetadataReader {

  private static final Set<String> FIELDS =
      Set.of(
          "apiVersion",
          "name",
          "version",
          "appVersion",
          "kubeVersion",
          "description",
          "type",
          "home",
          "icon",
          "sources",
          "keywords",
          "maintainers",
          "dependencies",
          "annotations",
          "deprecated",
          "condition",
          "tags",
          "engine",
          "tillerVersion");

  private static final Set<String> MAINTAINER_FIELDS = Set.of("name", "email", "url");

  private static final String NEEDED = "It needs `apiVersion: v2`, a `name` and a `version`.";

  private ChartMetadataReader() {}

  /** Reads Chart.yaml; empty where it is not even a map. What is wrong goes to the problems. */
  public static Optional<ChartMetadata> read(Source chartYaml, Problems problems) {
    return read(chartYaml, Optional.empty(), problems);
  }

  /**
   * Reads Chart.yaml and the requirements.yaml that lists its dependencies in a chart of version
   * v1.
   */
  static Optional<ChartMetadata> read(
      Source chartYaml, Optional<Source> requirements, Problems problems) {
    return map(chartYaml, NEEDED, problems)
        .map(raw -> {
          Problems found = new Problems();
          ChartMetadata metadata = read(raw, requirements, found);
          problems.addAll(inOrderOfLines(found.all()));
          return metadata;
        });
  }

  private static ChartMetadata read(MapNode raw, Optional<Source> requirements, Problems problems) {
    MetadataFields fields = new MetadataFields(raw, "", problems);
    ChartMetadata metadata = metadata(fields, dependencies(fields, requirements));
    fields.expectOnly(FIELDS);
    new MetadataCheck(metadata, problems).check();
    return metadata;
  }

  private static List<Problem> inOrderOfLines(List<Problem> problems) {
    List<Problem> sorted = new ArrayList<>(problems);
    sorted.sort(Comparator.comparingInt(problem -> problem.location().line()));
    return sorted;
  }

  /**
   * A file that must hold one map.
   *
   * @param hint what it should hold
   */
  static Optional<MapNode> map(Source source, String hint, Problems problems) {
    Problems reading = new Problems();
    List<Node> documents = YamlReader.readAll(source, SourceMap.of(source), reading);
    problems.addAll(reading.all());
    if (reading.hasErrors()) {
      return Optional.empty();
    }
    if (documents.size() == 1 && documents.getFirst() instanceof MapNode map) {
      return Optional.of(map);
    }
    problems.add(
        Problem.error(
                "chart.not-a-map",
                "`%s` must hold one map of keys and values, but %s."
                    .formatted(source.name(), held(documents)))
            .at(documents.isEmpty() ? source.whole() : documents.getLast().origin())
            .hint(hint));
    return Optional.empty();
  }

  private static String held(List<Node> documents) {
    if (documents.size() > 1) {
      return "holds " + documents.size() + " documents";
    }
    return documents.isEmpty() || documents.getFirst() instanceof NullNode
        ? "is empty"
        : "holds a " + documents.getFirst().typeName();
  }

  private static List<Dependency> dependencies(
      MetadataFields fields, Optional<Source> requirements) {
    Problems problems = fields.problems();
    if (requirements.isEmpty()) {
      return DependencyReader.read(fields);
    }
    if (fields.text("apiVersion").equals("v2")) {
      problems.add(
          Problem.warning(
                  "chart.requirements-in-v2",
                  "A chart of `apiVersion: v2` needs no requirements.yaml.")
              .at(requirements.get().whole())
              .hint("Move its `dependencies` into Chart.yaml."));
    }
    return map(requirements.get(), "List the charts it needs under `dependencies`.", problems)
        .map(raw -> new MetadataFields(raw.has("dependencies") ? raw : fields.map(), "", problems))
        .map(DependencyReader::read)
        .orElse(List.of());
  }

  private static ChartMetadata metadata(MetadataFields fields, List<Dependency> dependencies) {
    return new ChartMetadata(
        fields.text("apiVersion"),
        fields.line("name"),
        fields.text("version"),
        fields.line("appVersion"),
        fields.line("kubeVersion"),
        fields.line("description"),
        fields.text("type"),
        fields.line("home"),
        fields.line("icon"),
        fields.lines("sources"),
        fields.lines("keywords"),
        maintainers(fields),
        dependencies,
        fields.strings("annotations"),
        fields.flag("deprecated"),
        fields.line("condition"),
        fields.line("tags"),
        fields.map());
  }

  private static List<Maintainer> maintainers(MetadataFields file) {
    List<Maintainer> maintainers = new ArrayList<>();
    for (MetadataFields fields : file.maps("maintainers")) {
      fields.expectOnly(MAINTAINER_FIELDS);
      maintainers.add(
          new Maintainer(fields.line("name"), fields.line("email"), fields.line("url")));
    }
    return maintainers;
  }
}
