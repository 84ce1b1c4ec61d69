package dev.pannier.engine.authoring;

import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.JsonWriter;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Adds to a schema that somebody wrote what it lacks: properties that it does not know. All else
 * stays as it is, to the blank, but for defaults that values.yaml contradicts.
 */
final class SchemaMerge {

  private static final String PROPERTIES = "properties";
  private static final String DEFAULT = "default";

  private final SchemaSource text;
  private final List<String> added = new ArrayList<>();
  private final List<String> updated = new ArrayList<>();

  /**
   * What came of it.
   *
   * @param text the file
   * @param added the keys that it did not know
   * @param updated the keys whose default is another now
   */
  record Result(String text, List<String> added, List<String> updated) {}

  private SchemaMerge(Source source) {
    this.text = new SchemaSource(source);
  }

  /**
   * Merges.
   *
   * @param written the schema that the source holds
   */
  static Result merge(Source source, MapNode written, MapNode inferred) {
    SchemaMerge merge = new SchemaMerge(source);
    if (written.has(PROPERTIES)) {
      merge.known(written, inferred, KeyPath.ROOT);
    } else if (!inferred.map(PROPERTIES).isEmpty()) {
      inferred
          .map(PROPERTIES)
          .keys()
          .forEach(key -> merge.added.add(KeyPath.ROOT.child(key).toString()));
      String last = "";
      for (String key : written.keys()) {
        last = key;
      }
      merge.text.add(written, last, Map.of(PROPERTIES, inferred.map(PROPERTIES)));
    }
    return new Result(merge.text.edited(), merge.added, merge.updated);
  }

  private void known(MapNode written, MapNode inferred, KeyPath path) {
    if (!(written.get(PROPERTIES) instanceof MapNode properties)) {
      return;
    }
    String before = "";
    Map<String, Node> missing = new LinkedHashMap<>();
    for (var entry : inferred.map(PROPERTIES).entries().entrySet()) {
      String key = entry.getKey();
      KeyPath child = path.child(key);
      if (properties.has(key)) {
        add(properties, before, missing);
        before = key;
        if (properties.get(key) instanceof MapNode known
            && entry.getValue() instanceof MapNode now) {
          refresh(known, now, child);
          known(known, now, child);
        }
      } else if (!isCovered(written, key)) {
        missing.put(key, entry.getValue());
        added.add(child.toString());
      }
    }
    add(properties, before, missing);
  }

  private void add(MapNode properties, String before, Map<String, Node> missing) {
    if (!missing.isEmpty()) {
      text.add(properties, before, missing);
      missing.clear();
    }
  }

  /** Whether the author has a rule for keys that are not listed. */
  private static boolean isCovered(MapNode written, String key) {
    Node others = written.get("additionalProperties");
    if (others instanceof MapNode || written.has("$ref") || written.has("unevaluatedProperties")) {
      return true;
    }
    if (!(others instanceof BoolNode)) {
      // Whatever is not listed is let in, and these say nothing of what they are.
      return key.equals("global");
    }
    return written.map("patternProperties").keys().stream()
        .anyMatch(pattern -> matches(key, pattern));
  }

  private static boolean matches(String key, String pattern) {
    try {
      return Pattern.compile(pattern).matcher(key).find();
    } catch (PatternSyntaxException _) {
      // A broken pattern covers nothing; the check of the schema tells of it.
      return false;
    }
  }

  private void refresh(MapNode known, MapNode now, KeyPath path) {
    Node written = known.get(DEFAULT);
    Node real = now.get(DEFAULT);
    if (written != null && real != null && !written.equals(real) && !(real instanceof NullNode)) {
      text.replace(written.origin(), real);
      updated.add("%s: %s".formatted(path, JsonWriter.write(real)));
    }
  }
}
