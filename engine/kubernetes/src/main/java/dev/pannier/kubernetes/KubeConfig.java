package dev.pannier.kubernetes;

import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.problem.Suggestion;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What kubeconfig files say, merged as kubectl does (client-go, {@code ClientConfigLoadingRules}):
 * of an entry that stands in several files, and of the current context, the first file's counts.
 */
final class KubeConfig {

  /**
   * A cluster, user or context.
   *
   * @param file which says it: paths in it are relative to its folder
   */
  record Entry(String name, MapNode content, Path file) {

    static final Entry NONE = new Entry("", MapNode.EMPTY, Path.of(""));

    String text(String key) {
      return content.text(key).orElse("");
    }

    /** A file named in it; empty where none is. */
    Optional<Path> path(String key) {
      return content.text(key).map(name -> file.toAbsolutePath().resolveSibling(name).normalize());
    }
  }

  private final List<Path> files;
  private final Map<String, Entry> clusters = new LinkedHashMap<>();
  private final Map<String, Entry> users = new LinkedHashMap<>();
  private final Map<String, Entry> contexts = new LinkedHashMap<>();
  private String currentContext = "";

  private KubeConfig(List<Path> files) {
    this.files = files;
  }

  /**
   * Reads files.
   *
   * @param mustExist whether one that is not there is an error; else it says nothing
   */
  static KubeConfig read(List<Path> files, boolean mustExist) {
    KubeConfig config = new KubeConfig(files);
    for (Path file : files) {
      text(file, mustExist).ifPresent(text -> config.add(file, text));
    }
    return config;
  }

  private static Optional<String> text(Path file, boolean mustExist) {
    try {
      return Optional.of(Files.readString(file));
    } catch (NoSuchFileException e) {
      if (!mustExist) {
        return Optional.empty();
      }
      throw Problem.error("cluster.kubeconfig", "There is no kubeconfig file `" + file + "`.")
          .hint("Check `--kubeconfig` and the variable KUBECONFIG.")
          .exception(e);
    } catch (IOException e) {
      throw Problem.error(
              "cluster.kubeconfig", "The kubeconfig file `" + file + "` cannot be read: " + e + ".")
          .exception(e);
    }
  }

  private void add(Path file, String text) {
    if (text.isBlank()) {
      return;
    }
    Node node = YamlReader.read(new Source(file.toString(), text));
    if (!(node instanceof MapNode map)) {
      throw Problem.error("cluster.kubeconfig", "The file `" + file + "` is no kubeconfig file.")
          .at(node.origin())
          .exception();
    }
    addAll(map, "clusters", "cluster", file, clusters);
    addAll(map, "users", "user", file, users);
    addAll(map, "contexts", "context", file, contexts);
    if (currentContext.isEmpty()) {
      currentContext = map.text("current-context").orElse("");
    }
  }

  private static void addAll(
      MapNode config, String list, String key, Path file, Map<String, Entry> entries) {
    for (Node each : config.list(list)) {
      if (each instanceof MapNode map && map.text("name").isPresent()) {
        String name = map.text("name").get();
        entries.putIfAbsent(name, new Entry(name, map.map(key), file));
      }
    }
  }

  /** The names of all contexts. */
  List<String> contextNames() {
    return contexts.keySet().stream().sorted().toList();
  }

  /** Whether it names any cluster to talk to. */
  boolean isEmpty() {
    return clusters.isEmpty() && contexts.isEmpty();
  }

  /** The files it is made of, as people call them. */
  String origin() {
    return files.stream().map(Path::toString).reduce((a, b) -> a + ", " + b).orElse("");
  }

  /**
   * A context.
   *
   * @param wanted its name; empty for the current one
   * @return an empty entry where there is neither
   * @throws ChartException where the one that is named is not there
   */
  Entry context(String wanted) {
    String name = wanted.isEmpty() ? currentContext : wanted;
    if (name.isEmpty()) {
      return Entry.NONE;
    }
    return find("context", name, contexts);
  }

  /** The cluster of a context. */
  Entry cluster(Entry context) {
    return of(context, "cluster", clusters);
  }

  /** The user of a context. */
  Entry user(Entry context) {
    return of(context, "user", users);
  }

  private Entry of(Entry context, String key, Map<String, Entry> entries) {
    String name = context.text(key);
    return name.isEmpty() ? Entry.NONE : find(key, name, entries);
  }

  private Entry find(String what, String name, Map<String, Entry> entries) {
    Entry entry = entries.get(name);
    if (entry != null) {
      return entry;
    }
    String meant = Suggestion.didYouMean(name, entries.keySet());
    throw Problem.error(
            "cluster.kubeconfig",
            "There is no " + what + " `" + name + "` in the kubeconfig `" + origin() + "`.")
        .hint(meant.isEmpty() ? "`kubectl config get-contexts` lists what there is." : meant)
        .exception();
  }
}
