package dev.pannier.cli.message;

import dev.pannier.engine.lint.RulePage;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All messages, by area. Each area is a YAML file beside this class; docs/messages.md is made of
 * the same.
 */
public final class MessageCatalogue {
  private static final List<String> AREAS =
      List.of(
          "cli",
          "values",
          "chart",
          "authoring",
          "template",
          "yaml",
          "json",
          "manifest",
          "test",
          "deploy",
          "release",
          "doctor",
          "cluster",
          "sandbox",
          "output",
          "problem");

  /** The area of the rules of lint. */
  public static final String LINT = "lint";

  private final List<MessageArea> areas;

  private MessageCatalogue(List<MessageArea> areas) {
    this.areas = areas;
  }

  /** Reads all of them. */
  public static MessageCatalogue load() {
    List<MessageArea> areas = new ArrayList<>();
    for (String name : AREAS) {
      areas.add(MessageAreaReader.read(name, resource(name + ".yaml")));
    }
    areas.add(rules());
    return new MessageCatalogue(List.copyOf(areas));
  }

  /** The rules of lint are written down beside lint. */
  private static MessageArea rules() {
    List<MessageEntry> entries = new ArrayList<>();
    for (RulePage page : RulePage.all()) {
      entries.add(
          new MessageEntry(
              page.rule().code(),
              page.title(),
              page.why(),
              new MessageExample.Elsewhere("docs/lint.md"),
              page.cure()));
    }
    return new MessageArea(LINT, "Rules of lint", "What `pannier lint` finds in charts.", entries);
  }

  /** The areas, those first that people meet first. */
  public List<MessageArea> areas() {
    return areas;
  }

  /** The area of a name. */
  public Optional<MessageArea> area(String name) {
    return areas.stream().filter(area -> area.name().equals(name)).findFirst();
  }

  /** What a code stands for. */
  public Optional<MessageEntry> find(String code) {
    return entries().stream().filter(entry -> entry.code().equals(code)).findFirst();
  }

  /** All entries, area by area. */
  public List<MessageEntry> entries() {
    return areas.stream().flatMap(area -> area.entries().stream()).toList();
  }

  /** The chart that examples stand beside: texts by their paths. */
  public static Map<String, String> exampleChart() {
    return MessageAreaReader.files((MapNode) YamlReader.read(resource("example-chart.yaml")));
  }

  private static Source resource(String name) {
    try (InputStream in = MessageCatalogue.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + name + " is missing");
      }
      return new Source(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
