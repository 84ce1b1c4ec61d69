package dev.pannier.engine.lint;

import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.ScalarNode;
import dev.pannier.engine.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is written about a rule for people. It stands in {@code rules.yaml} beside this class, which
 * is read only where somebody asks for it.
 *
 * @param title what it finds, in a few words
 * @param why what comes of it
 * @param bad files that it finds fault with, by their paths; a manifest goes by the path of a
 *     template
 * @param good the same without fault
 * @param cure what to do
 */
public record RulePage(
    Rule rule,
    String title,
    String why,
    Map<String, String> bad,
    Map<String, String> good,
    String cure) {

  /** The path of an example that is a manifest. */
  public static final String MANIFEST = "templates/example.yaml.hbs";

  /** All pages, in the order of the rules. */
  public static List<RulePage> all() {
    MapNode written = (MapNode) YamlReader.read(source());
    List<RulePage> pages = new ArrayList<>();
    for (Rule rule : Rule.values()) {
      MapNode page = written.map(rule.code());
      pages.add(
          new RulePage(
              rule,
              text(page, "title"),
              text(page, "why"),
              files(page.get("bad")),
              files(page.get("good")),
              text(page, "cure")));
    }
    return pages;
  }

  private static Source source() {
    try (InputStream in = RulePage.class.getResourceAsStream("rules.yaml")) {
      if (in == null) {
        throw new IllegalStateException("rules.yaml is not beside its class");
      }
      return new Source("rules.yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(MapNode page, String key) {
    return page.text(key)
        .map(String::strip)
        .orElseThrow(() -> new IllegalStateException("rules.yaml has no " + key));
  }

  private static Map<String, String> files(@Nullable Node written) {
    Map<String, String> files = new LinkedHashMap<>();
    switch (written) {
      case MapNode map ->
          map.entries().forEach((path, text) -> files.put(path, ((ScalarNode) text).text()));
      case ScalarNode text -> files.put(MANIFEST, text.text());
      case null, default -> throw new IllegalStateException("rules.yaml lacks an example");
    }
    return files;
  }
}
