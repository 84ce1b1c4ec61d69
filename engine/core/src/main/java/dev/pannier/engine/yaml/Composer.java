package dev.pannier.engine.yaml;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.problem.SourceMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** Makes nodes of the parser's events. For one text. */
final class Composer {

  /** What aliases may add up to: far more than any manifest, far less than a "billion laughs". */
  private static final int MAX_ALIASED_NODES = 500_000;

  private record Anchored(Node node, int size) {}

  private final Source source;
  private final SourceMap map;
  private final Problems problems;
  private final boolean surrogates;
  private final Map<String, Anchored> anchors = new HashMap<>();
  private Parser parser;
  private int depth;
  private int size;
  private int aliased;

  Composer(Source source, SourceMap map, Problems problems) {
    this.source = source;
    this.map = map;
    this.problems = problems;
    this.surrogates = source.text().codePoints().anyMatch(c -> c > 0xFFFF);
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    this.parser = new ParserImpl(new StreamReader(withoutByteOrderMark(source.text())), options);
  }

  private static String withoutByteOrderMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  List<Node> documents() {
    List<Node> documents = new ArrayList<>();
    try {
      parser.getEvent();
      while (!parser.checkEvent(Event.ID.StreamEnd)) {
        parser.getEvent();
        anchors.clear();
        documents.add(node());
        parser.getEvent();
      }
    } catch (YAMLException e) {
      problems.add(SyntaxProblem.of(e, this::place, source));
    } catch (TooMuch e) {
      problems.add(e.problem);
    }
    return documents;
  }

  private Node node() {
    Event event = parser.getEvent();
    Location place = place(event.getStartMark());
    if (event instanceof AliasEvent alias) {
      return aliased(alias, place);
    }
    int before = size++;
    Node node = event instanceof ScalarEvent scalar ? scalar(scalar, place) : nested(event, place);
    String anchor = ((NodeEvent) event).getAnchor();
    if (anchor != null) {
      anchors.put(anchor, new Anchored(node, size - before));
    }
    return node;
  }

  private Node aliased(AliasEvent alias, Location place) {
    Anchored target = anchors.get(alias.getAnchor());
    if (target == null) {
      problems.add(
          Problem.error(
                  "yaml.unknown-alias",
                  "No anchor `&" + alias.getAnchor() + "` stands before this alias.")
              .at(place)
              .hint(
                  "Write the anchor at an earlier value, or quote this one if it shall begin with"
                      + " `*`."));
      return NullNode.NULL.withOrigin(place);
    }
    aliased += target.size;
    size += target.size;
    if (aliased > MAX_ALIASED_NODES) {
      throw new TooMuch(
          Problem.error("yaml.too-many-aliases", "The aliases of this document grow out of bounds.")
              .at(place)
              .hint("Write the values out instead of aliases of aliases."));
    }
    return target.node;
  }

  private Node nested(Event event, Location place) {
    if (++depth > YamlReader.MAX_DEPTH) {
      throw new TooMuch(
          Problem.error(
                  "yaml.too-deep",
                  "This is nested deeper than " + YamlReader.MAX_DEPTH + " levels.")
              .at(place)
              .hint("Look for a `[` or a `{` that is opened over and over."));
    }
    Node node =
        event.is(Event.ID.SequenceStart)
            ? sequence(place)
            : mapping((CollectionStartEvent) event, place);
    depth--;
    return node;
  }

  private ListNode sequence(Location place) {
    List<Node> items = new ArrayList<>();
    while (!parser.checkEvent(Event.ID.SequenceEnd)) {
      items.add(node());
    }
    parser.getEvent();
    return new ListNode(items, place);
  }

  private MapNode mapping(CollectionStartEvent start, Location place) {
    Map<String, Node> entries = new LinkedHashMap<>();
    Map<String, Location> keyOrigins = new HashMap<>();
    List<MapNode> merged = new ArrayList<>(0);
    while (!parser.checkEvent(Event.ID.MappingEnd)) {
      Event keyEvent = parser.peekEvent();
      Location keyPlace = place(keyEvent.getStartMark());
      boolean merge = isMergeKey(keyEvent);
      String key = key(node(), keyPlace);
      Node value = node();
      if (merge) {
        addMerged(merged, value, keyPlace);
      } else if (key != null) {
        put(entries, keyOrigins, key, value, keyPlace);
      }
    }
    parser.getEvent();
    for (MapNode below : merged) {
      below.entries().forEach(entries::putIfAbsent);
    }
    return MapNode.read(entries, keyOrigins, place);
  }

  private static boolean isMergeKey(Event event) {
    return event instanceof ScalarEvent scalar
        && scalar.getScalarStyle() == DumperOptions.ScalarStyle.PLAIN
        && scalar.getTag() == null
        && scalar.getValue().equals("<<");
  }

  private @Nullable String key(Node key, Location place) {
    if (key instanceof ScalarNode scalar) {
      return scalar.text();
    }
    problems.add(
        Problem.error("yaml.complex-key", "A " + key.typeName() + " stands where a key must stand.")
            .at(place)
            .hint("Quote the key if it begins with `{` or `[`."));
    return null;
  }

  private void addMerged(List<MapNode> merged, Node value, Location place) {
    switch (value) {
      case MapNode below -> merged.add(below);
      case ListNode list when list.items().stream().allMatch(MapNode.class::isInstance) ->
          list.forEach(item -> merged.add((MapNode) item));
      case ListNode _, ScalarNode _ ->
          problems.add(
              Problem.error("yaml.merge-key", "The merge key `<<` takes a map or a list of maps.")
                  .at(place)
                  .hint("Put the anchor before a map; or quote `\"<<\"` if it is a plain key."));
    }
  }

  private void put(
      Map<String, Node> entries,
      Map<String, Location> keyOrigins,
      String key,
      Node value,
      Location place) {
    Location first = keyOrigins.putIfAbsent(key, place);
    if (first == null) {
      entries.put(key, value);
      return;
    }
    problems.add(
        Problem.error("yaml.duplicate-key", "The key `" + key + "` stands twice in the same map.")
            .at(place)
            .note("first written here", first)
            .hint("Keep one of the two."));
  }

  private ScalarNode scalar(ScalarEvent event, Location place) {
    String text = event.getValue();
    String tag = event.getTag();
    if (tag == null && event.getScalarStyle() == DumperOptions.ScalarStyle.PLAIN) {
      if (PlainScalar.isNotFinite(text)) {
        problems.add(
            Problem.error("yaml.not-finite", "`" + text + "` is not a number that JSON can hold.")
                .at(place)
                .hint("Quote it if it is a string."));
      }
      return PlainScalar.resolve(text, place);
    }
    return tag == null || tag.equals("!") || tag.equals("tag:yaml.org,2002:str")
        ? new TextNode(text, place)
        : tagged(tag, text, place);
  }

  private ScalarNode tagged(String tag, String text, Location place) {
    ScalarNode plain = PlainScalar.resolve(text, place);
    boolean fits =
        switch (tag) {
          case "tag:yaml.org,2002:int" -> plain instanceof NumberNode n && n.isInteger();
          case "tag:yaml.org,2002:float" -> plain instanceof NumberNode;
          case "tag:yaml.org,2002:bool" -> plain instanceof BoolNode;
          case "tag:yaml.org,2002:null" -> plain instanceof NullNode;
          default -> !tag.startsWith("tag:yaml.org,2002:");
        };
    if (!fits) {
      String name = "!!" + tag.substring(tag.lastIndexOf(':') + 1);
      problems.add(
          Problem.error("yaml.tag", "`" + text + "` does not fit its tag `" + name + "`.")
              .at(place)
              .hint("Correct the value, or take the tag out."));
    }
    return plain;
  }

  private Location place(@Nullable Mark mark) {
    if (mark == null) {
      return source.whole();
    }
    int column = mark.getColumn();
    if (surrogates) {
      String line = source.line(mark.getLine() + 1);
      column = line.offsetByCodePoints(0, Math.min(column, line.codePointCount(0, line.length())));
    }
    return map.origin(mark.getLine() + 1, column + 1);
  }

  private static final class TooMuch extends RuntimeException {
    private final transient Problem problem;

    TooMuch(Problem problem) {
      super(problem.message());
      this.problem = problem;
    }
  }
}
