package dev.pannier.engine.template;

import dev.pannier.engine.template.language.Function;
import dev.pannier.engine.template.language.Functions;
import dev.pannier.engine.yaml.JsonWriter;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.TextNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

final class StandInFunctions implements Functions {
  private static final Map<String, Function> ALL =
      Map.of(
          "default",
          Function.lenient(a -> a.at(1) instanceof NullNode ? a.at(0) : a.at(1)),
          "upper",
          Function.strict(a -> TextNode.of(a.text(0).toUpperCase(Locale.ROOT))),
          "toJson",
          Function.strict(a -> TextNode.of(JsonWriter.write(a.at(0)))),
          "dict",
          Function.strict(a -> MapNode.of(a.named())));

  @Override
  public Optional<Function> find(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  @Override
  public Iterable<String> names() {
    return ALL.keySet();
  }
}
