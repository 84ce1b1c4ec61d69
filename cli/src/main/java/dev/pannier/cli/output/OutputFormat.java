package dev.pannier.cli.output;

import dev.pannier.engine.yaml.JsonStyle;
import dev.pannier.engine.yaml.JsonWriter;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.YamlWriter;

/** How a result is written: {@code -o}. */
public enum OutputFormat {
  /** For people. */
  TABLE,
  /** On one line, as Helm writes it. */
  JSON,
  /** With sorted keys, as Helm writes it. */
  YAML;

  /**
   * A result as this format has it, ending in a line break.
   *
   * @param table what people read
   * @param data the same for programs
   */
  public String write(String table, Node data) {
    return switch (this) {
      case TABLE -> table;
      case JSON -> JsonWriter.write(data, JsonStyle.COMPACT) + "\n";
      case YAML -> YamlWriter.writeSorted(data);
    };
  }
}
