package dev.pannier.engine.deploy.readiness;

import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The rules of well-known custom resources, from a table. */
final class CustomRules {

  private static final String TABLE = "custom-resources.yaml";
  private static final Map<String, Optional<ReadyRule>> READ = new ConcurrentHashMap<>();

  private CustomRules() {}

  /** The rule of a kind; {@code *} in the table stands for the other kinds of a group. */
  static Optional<ReadyRule> of(String group, String kind) {
    return READ.computeIfAbsent(group + "/" + kind, _ -> rule(group, kind));
  }

  private static Optional<ReadyRule> rule(String group, String kind) {
    MapNode kinds = Table.ROOT.map(group);
    MapNode rule = kinds.has(kind) ? kinds.map(kind) : kinds.map("*");
    return rule.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ReadyRule(
                rule.text("ready").map(Condition::parse),
                rule.text("failed").map(Condition::parse)));
  }

  /** Read when the first custom resource is waited for, not before. */
  static final class Table {
    static final MapNode ROOT = read();

    private Table() {}

    private static MapNode read() {
      try (InputStream in = CustomRules.class.getResourceAsStream(TABLE)) {
        if (in == null) {
          throw new IllegalStateException(TABLE + " is not in the jar");
        }
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        return (MapNode) YamlReader.read(new Source(TABLE, text));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
