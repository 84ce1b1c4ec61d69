package dev.pannier.engine.template;

import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.chart.ChartFile;
import dev.pannier.engine.problem.Suggestion;
import dev.pannier.engine.template.helper.Arguments;
import dev.pannier.engine.template.helper.Helper;
import dev.pannier.engine.template.helper.HelperException;
import dev.pannier.engine.template.language.Marks;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.TextNode;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code Files}: what else a chart holds (Helm's pkg/engine/files.go). */
final class FileFunctions {

  private final Map<String, ChartFile> files = new TreeMap<>();

  FileFunctions(Chart chart) {
    for (ChartFile file : chart.files()) {
      files.put(file.path(), file);
    }
  }

  Map<String, Helper> all() {
    return Map.of(
        "Files.Get", this::get,
        "Files.GetBytes", this::bytes,
        "Files.Lines", this::lines,
        "Files.Glob", this::glob,
        "Files.AsConfig", this::asConfig,
        "Files.AsSecrets", this::asSecrets);
  }

  private Node get(Arguments arguments) {
    return text(file(arguments.text(0)));
  }

  /** In base 64, which is what Go's JSON makes of bytes. */
  private Node bytes(Arguments arguments) {
    return base64(file(arguments.text(0)));
  }

  private Node lines(Arguments arguments) {
    String text = text(file(arguments.text(0))).text();
    List<Node> lines = new ArrayList<>();
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      lines.add(TextNode.of(text.substring(start, end)));
      start = end + 1;
    }
    if (start < text.length()) {
      lines.add(TextNode.of(text.substring(start)));
    }
    return ListNode.of(lines);
  }

  private Node glob(Arguments arguments) {
    Map<String, Node> found = new TreeMap<>();
    matching(arguments.text(0)).forEach((path, file) -> found.put(path, text(file)));
    return MapNode.of(found);
  }

  /** File names and contents, as a ConfigMap's data has them. */
  private Node asConfig(Arguments arguments) {
    Map<String, Node> data = new TreeMap<>();
    if (arguments.at(0) instanceof MapNode globbed) {
      globbed.entries().forEach((path, text) -> data.put(name(path), text));
    } else {
      matching(arguments.text(0)).forEach((path, file) -> data.put(name(path), text(file)));
    }
    return MapNode.of(data);
  }

  /** The same in base64, as a Secret's data has them. */
  private Node asSecrets(Arguments arguments) {
    Map<String, ChartFile> chosen = new TreeMap<>();
    if (arguments.at(0) instanceof MapNode globbed) {
      globbed.keys().forEach(path -> chosen.put(path, file(path)));
    } else {
      chosen.putAll(matching(arguments.text(0)));
    }
    Map<String, Node> data = new TreeMap<>();
    chosen.forEach((path, file) -> data.put(name(path), base64(file)));
    return MapNode.of(data);
  }

  private ChartFile file(String path) {
    ChartFile file = files.get(path);
    if (file == null) {
      throw new HelperException(
          "The chart has no file `" + path + "`.", Suggestion.didYouMean(path, files.keySet()));
    }
    return file;
  }

  private static TextNode base64(ChartFile file) {
    return TextNode.of(Base64.getEncoder().encodeToString(file.bytes()));
  }

  private static TextNode text(ChartFile file) {
    String text = file.text();
    if (Marks.find(text) >= 0) {
      throw new HelperException(
          "The file `" + file.path() + "` holds characters that no text has.");
    }
    return new TextNode(text, file.source().whole());
  }

  private Map<String, ChartFile> matching(String pattern) {
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    Map<String, ChartFile> found = new TreeMap<>();
    files.forEach((path, file) -> {
      if (matcher.matches(Path.of(path))) {
        found.put(path, file);
      }
    });
    return found;
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
