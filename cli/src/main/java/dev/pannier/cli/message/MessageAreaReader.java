package dev.pannier.cli.message;

import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.TextNode;
import dev.pannier.engine.yaml.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the file of an area; what it lacks is a bug. */
final class MessageAreaReader {
  private final String place;

  private MessageAreaReader(String place) {
    this.place = place;
  }

  static MessageArea read(String name, Source source) {
    MapNode map = map(YamlReader.read(source), source.name());
    List<MessageEntry> entries = new ArrayList<>();
    map(map.get("messages"), source.name())
        .entries()
        .forEach((code, entry) -> entries.add(new MessageAreaReader(code).entry(code, entry)));
    MessageAreaReader whole = new MessageAreaReader(source.name());
    return new MessageArea(name, whole.text(map, "title"), whole.text(map, "about"), entries);
  }

  /** Files by their paths. */
  static Map<String, String> files(MapNode map) {
    Map<String, String> files = new LinkedHashMap<>();
    map.entries().forEach((path, text) -> files.put(path, ((TextNode) text).text()));
    return files;
  }

  private MessageEntry entry(String code, Node node) {
    MapNode map = map(node, code);
    return new MessageEntry(
        code, text(map, "title"), text(map, "cause"), example(map), text(map, "cure"));
  }

  private MessageExample example(MapNode entry) {
    if (entry.has("no-example")) {
      return new MessageExample.None(text(entry, "no-example"));
    }
    MapNode example = map(entry.get("example"), place);
    return new MessageExample.Shown(files(example.map("files")), commands(example.get("run")));
  }

  private List<String> commands(@Nullable Node run) {
    return switch (run) {
      case TextNode line -> List.of(line.text());
      case ListNode lines -> lines.items().stream().map(line -> ((TextNode) line).text()).toList();
      case null, default -> throw broken("run");
    };
  }

  private String text(MapNode map, String key) {
    return map.text(key).orElseThrow(() -> broken(key)).strip();
  }

  private static MapNode map(@Nullable Node node, String place) {
    if (node instanceof MapNode map) {
      return map;
    }
    throw new IllegalStateException(place + " is not a map of messages");
  }

  private IllegalStateException broken(String key) {
    return new IllegalStateException(place + " has no `" + key + "`");
  }
}
