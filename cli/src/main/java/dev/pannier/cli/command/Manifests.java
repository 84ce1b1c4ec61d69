package dev.pannier.cli.command;

import dev.pannier.cli.option.Arguments;
import dev.pannier.engine.RenderResult;
import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.chart.ChartFile;
import dev.pannier.engine.manifest.Hook;
import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.DiskReason;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Suggestion;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rendered documents that a command line asks for, in Helm's order: CRDs, resources, hooks. */
record Manifests(List<Document> documents) {
  private static final String TEMPLATE = ".hbs";

  /**
   * A document.
   *
   * @param source {@code web/templates/service.yaml.hbs}
   * @param text ending in a line break
   */
  record Document(String source, String text) {
    String withSource() {
      return "---\n# Source: " + source + "\n" + text;
    }

    /** Its path in the chart. */
    String path() {
      return source.substring(source.indexOf('/') + 1);
    }
  }

  static Manifests of(RenderResult result, Arguments arguments) {
    List<Document> documents = new ArrayList<>();
    if (arguments.on("--include-crds")) {
      crds(result.chart(), result.chart().name(), documents);
    }
    for (Resource resource : result.resources()) {
      documents.add(document(resource));
    }
    if (!arguments.on("--no-hooks")) {
      for (Hook hook : result.hooks()) {
        boolean test = hook.events().contains(Hook.Event.TEST);
        if (!test || !arguments.on("--skip-tests")) {
          documents.add(document(hook.resource()));
        }
      }
    }
    List<String> only = arguments.all("--show-only");
    return new Manifests(only.isEmpty() ? documents : only(only, documents));
  }

  private static Document document(Resource resource) {
    return new Document(resource.source(), resource.text());
  }

  private static void crds(Chart chart, String path, List<Document> documents) {
    for (ChartFile file : chart.crds()) {
      String text = file.text();
      text = text.startsWith("---\n") ? text.substring(4) : text;
      documents.add(
          new Document(path + "/" + file.path(), text.endsWith("\n") ? text : text + "\n"));
    }
    for (Chart subchart : chart.dependencies()) {
      crds(subchart, path + "/charts/" + subchart.name(), documents);
    }
  }

  private static List<Document> only(List<String> patterns, List<Document> documents) {
    List<Document> shown = new ArrayList<>();
    for (String pattern : patterns) {
      PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
      List<Document> matching =
          documents.stream().filter(each -> matches(matcher, each.path())).toList();
      if (matching.isEmpty()) {
        throw nothing(pattern, documents);
      }
      shown.addAll(matching);
    }
    return shown;
  }

  /** With or without the ending that makes a file a template. */
  private static boolean matches(PathMatcher matcher, String path) {
    return matcher.matches(Path.of(path))
        || path.endsWith(TEMPLATE) && matcher.matches(Path.of(rendered(path)));
  }

  private static String rendered(String path) {
    return path.endsWith(TEMPLATE) ? path.substring(0, path.length() - TEMPLATE.length()) : path;
  }

  private static ChartException nothing(String pattern, List<Document> documents) {
    List<String> known = documents.stream().map(each -> rendered(each.path())).distinct().toList();
    String meant = Suggestion.didYouMean(rendered(pattern), known);
    return Problem.error(
            "template.nothing-shown", "Nothing is rendered by a template `" + pattern + "`.")
        .hint(
            meant.isEmpty()
                ? "Something is rendered by `" + String.join("`, `", known) + "`."
                : meant)
        .exception();
  }

  /** All of them, each after a line that names its source. */
  String text() {
    StringBuilder out = new StringBuilder();
    documents.forEach(document -> out.append(document.withSource()));
    return out.toString();
  }

  /**
   * Writes each document to a file named after its template.
   *
   * @return a line for each file
   */
  String write(Call call, String release) {
    String folder = call.arguments().text("--output-dir");
    if (call.arguments().on("--release-name")) {
      folder = folder + "/" + release;
    }
    Map<String, StringBuilder> files = new LinkedHashMap<>();
    for (Document document : documents) {
      files
          .computeIfAbsent(folder + "/" + rendered(document.source()), _ -> new StringBuilder())
          .append(document.withSource());
    }
    StringBuilder told = new StringBuilder();
    files.forEach((file, text) -> {
      write(call.shell().path(file), file, text.toString());
      told.append("wrote ").append(file).append('\n');
    });
    return told.toString();
  }

  private static void write(Path path, String shown, String text) {
    try {
      Path parent = path.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.writeString(path, text);
    } catch (IOException e) {
      throw Problem.error(
              "output.unwritable", "`" + shown + "` cannot be written: " + DiskReason.of(e) + ".")
          .hint("Check that `--output-dir` names a folder that you may write to.")
          .exception(e);
    }
  }
}
