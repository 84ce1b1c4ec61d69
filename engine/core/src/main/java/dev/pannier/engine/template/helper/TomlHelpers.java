package dev.pannier.engine.template.helper;

import static dev.pannier.engine.template.helper.HelperGroup.TOML;

import dev.pannier.engine.yaml.TextNode;

/** Helm's functions for TOML (its engine/funcs.go). */
final class TomlHelpers {

  private TomlHelpers() {}

  static HelperSpec spec(String name) {
    return switch (name) {
      case "toToml", "mustToToml" ->
          HelperSpec.of(
              TOML,
              name,
              "value",
              "A map as TOML text with sorted keys, as Helm writes it.",
              "(dict 'port' 8080 'log' (dict 'level' 'info'))",
              "port = 8080\n\n[log]\n  level = \"info\"\n",
              call -> TextNode.of(TomlWriter.write(call.at(0))));
      case "fromToml" ->
          HelperSpec.of(
              TOML,
              name,
              "text",
              "The map that a TOML text means. A date or time is a text as of RFC 3339.",
              "'log.level = \"info\"'",
              "{log: {level: info}}",
              call -> TomlReader.read(call.text(0)));
      default -> throw new IllegalStateException("no helper of TOML: " + name);
    };
  }
}
