package dev.pannier.cli.output;

import dev.pannier.engine.lint.RulePage;
import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Note;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Severity;
import dev.pannier.engine.yaml.JsonStyle;
import dev.pannier.engine.yaml.JsonWriter;
import dev.pannier.engine.yaml.Node;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Problems as SARIF 2.1.0 has them, for code scanning. */
public final class SarifReport {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";
  private static final String HOME = "https://pannier.dev";

  private final Path directory;
  private final Map<String, Integer> indexes = new LinkedHashMap<>();
  private final List<Node> rules = new ArrayList<>();
  private final List<Node> results = new ArrayList<>();

  /**
   * An empty report.
   *
   * @param directory what addresses of files are relative to
   */
  public SarifReport(Path directory) {
    this.directory = directory;
    for (RulePage page : RulePage.all()) {
      indexes.put(page.rule().code(), indexes.size());
      rules.add(rule(page));
    }
  }

  /**
   * Adds the problems of a chart.
   *
   * @param fallback the file that a problem without a place is told at
   */
  public void add(List<Problem> problems, String fallback) {
    for (Problem problem : problems) {
      results.add(result(problem, fallback));
    }
  }

  /** The report, ending in a line break. */
  public String text(String version) {
    Map<String, Object> driver = new LinkedHashMap<>();
    driver.put("name", "pannier");
    driver.put("informationUri", HOME);
    driver.put("version", version);
    driver.put("rules", rules);
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("tool", Map.of("driver", driver));
    run.put("columnKind", "utf16CodeUnits");
    run.put("results", results);
    Map<String, Object> log = new LinkedHashMap<>();
    log.put("$schema", SCHEMA);
    log.put("version", "2.1.0");
    log.put("runs", List.of(run));
    return JsonWriter.write(Node.of(log), JsonStyle.COMPACT) + "\n";
  }

  private static Node rule(RulePage page) {
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put("id", page.rule().code());
    rule.put("shortDescription", Map.of("text", page.title() + "."));
    rule.put("fullDescription", Map.of("text", page.why()));
    rule.put("help", Map.of("text", page.cure()));
    rule.put("helpUri", HOME + "/docs/lint#" + page.rule().code().replace(".", ""));
    rule.put("defaultConfiguration", Map.of("level", level(page.rule().severity())));
    rule.put("properties", Map.of("tags", List.of(page.rule().topic().title())));
    return Node.of(rule);
  }

  private Node result(Problem problem, String fallback) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("ruleId", problem.code());
    result.put("ruleIndex", indexes.computeIfAbsent(problem.code(), code -> unlisted(code)));
    result.put("level", level(problem.severity()));
    result.put("message", Map.of("text", message(problem)));
    Map<String, Object> place = new LinkedHashMap<>();
    place.put("physicalLocation", physical(problem.location(), fallback));
    result.put("locations", List.of(place));
    List<Node> related = new ArrayList<>();
    for (Note note : problem.notes()) {
      if (note.location().isKnown() && !note.location().source().name().startsWith("-")) {
        Map<String, Object> other = new LinkedHashMap<>();
        other.put("physicalLocation", physical(note.location(), fallback));
        other.put("message", Map.of("text", note.message()));
        related.add(Node.of(other));
      }
    }
    if (!related.isEmpty()) {
      result.put("relatedLocations", related);
    }
    return Node.of(result);
  }

  /** A problem of the engine that is no rule of lint: one knows no more than its code. */
  private int unlisted(String code) {
    rules.add(Node.of(Map.of("id", code)));
    return rules.size() - 1;
  }

  private static String message(Problem problem) {
    return problem.hint().isEmpty() ? problem.message() : problem.message() + " " + problem.hint();
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "note";
    };
  }

  private Node physical(Location location, String fallback) {
    String file = location.isKnown() ? location.source().name() : fallback;
    Map<String, Object> region = new LinkedHashMap<>();
    region.put("startLine", Math.max(location.line(), 1));
    if (location.column() > 0) {
      region.put("startColumn", location.column());
    }
    Map<String, Object> physical = new LinkedHashMap<>();
    physical.put("artifactLocation", Map.of("uri", uri(file)));
    physical.put("region", region);
    return Node.of(physical);
  }

  /** Relative to the working directory, which code scanning takes for the repository's root. */
  private String uri(String file) {
    String shown = DisplayPath.of(file, directory);
    try {
      boolean absolute = shown.startsWith("/");
      return absolute
          ? new URI("file", "", shown, null).toString()
          : new URI(null, null, Path.of(shown).normalize().toString(), null).getRawPath();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
