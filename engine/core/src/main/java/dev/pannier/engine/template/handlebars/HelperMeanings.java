package dev.pannier.engine.template.handlebars;

import dev.pannier.engine.template.handlebars.Expression.Call;
import dev.pannier.engine.template.handlebars.Expression.Literal;
import dev.pannier.engine.values.ValueUse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What helpers do with what they get: hand it on, look into it, or use all of it. Helpers that are
 * not named here use all of it.
 */
final class HelperMeanings {

  private final Surveyor surveyor;

  HelperMeanings(Surveyor surveyor) {
    this.surveyor = surveyor;
  }

  Meaning of(Call call, View view) {
    List<Meaning> arguments = new ArrayList<>();
    int size = call.arguments().size();
    for (int i = 0; i < size; i++) {
      boolean optional = surveyor.accepts(call.name(), i, size) || call.name().equals("lookup");
      arguments.add(surveyor.evaluate(call.arguments().get(i), view, optional));
    }
    for (Expression named : call.named().values()) {
      surveyor.whole(surveyor.evaluate(named, view, false), view, named.at());
    }
    return switch (call.name()) {
      case "default",
          "coalesce",
          "or",
          "and",
          "ternary",
          "required",
          "deepCopy",
          "mustDeepCopy",
          "merge",
          "mustMerge",
          "mergeOverwrite",
          "mustMergeOverwrite",
          "pick",
          "omit",
          "concat",
          "append",
          "mustAppend",
          "push",
          "mustPush",
          "prepend",
          "mustPrepend",
          "compact",
          "mustCompact",
          "uniq",
          "mustUniq",
          "reverse",
          "mustReverse",
          "without",
          "mustWithout",
          "rest",
          "mustRest",
          "initial",
          "mustInitial",
          "slice",
          "mustSlice",
          "chunk",
          "generated" ->
          any(arguments);
      case "list", "tuple", "first", "mustFirst", "last", "mustLast", "values" ->
          items(call.name(), arguments);
      case "dict" -> dict(call, arguments);
      case "set" -> set(call, arguments);
      case "get", "index", "lookup" -> under(call, arguments, 0, view);
      case "dig" -> dig(call, arguments, view);
      case "pluck" -> pluck(call, arguments, view);
      case "hasKey" -> {
        under(call, arguments, 0, view);
        yield Meaning.OTHER;
      }
      case "empty", "not", "kindOf", "kindIs", "typeOf", "typeIs", "typeIsLike" -> Meaning.OTHER;
      default -> {
        for (int i = 0; i < size; i++) {
          surveyor.whole(arguments.get(i), view, call.arguments().get(i).at());
        }
        yield Meaning.OTHER;
      }
    };
  }

  private static Meaning any(List<Meaning> arguments) {
    Meaning any = Meaning.OTHER;
    for (Meaning argument : arguments) {
      any = any.or(argument);
    }
    return any;
  }

  private static Meaning items(String name, List<Meaning> arguments) {
    Meaning any = any(arguments);
    return switch (name) {
      case "list", "tuple" -> Meaning.made(Map.of(ValueUse.ANY, any));
      case "values" -> Meaning.made(Map.of(ValueUse.ANY, any.child(ValueUse.ANY)));
      default -> any.child(ValueUse.ANY);
    };
  }

  private static Meaning dict(Call call, List<Meaning> arguments) {
    Map<String, Meaning> fields = new HashMap<>();
    for (int i = 0; i + 1 < arguments.size(); i += 2) {
      fields.merge(key(call, i), arguments.get(i + 1), Meaning::or);
    }
    return Meaning.made(fields);
  }

  private static Meaning set(Call call, List<Meaning> arguments) {
    if (arguments.size() != 3) {
      return any(arguments);
    }
    Meaning added = Meaning.made(Map.of(key(call, 1), arguments.get(2)));
    return arguments.get(0).or(added);
  }

  private static String key(Call call, int argument) {
    return call.arguments().get(argument) instanceof Literal(String text, int _)
        ? text
        : ValueUse.ANY;
  }

  /** What lies under the keys that follow a map. */
  private Meaning under(Call call, List<Meaning> arguments, int map, View view) {
    if (arguments.isEmpty()) {
      return Meaning.OTHER;
    }
    Meaning found = arguments.get(map);
    for (int i = map + 1; i < arguments.size(); i++) {
      surveyor.whole(arguments.get(i), view, call.at());
      found = found.child(key(call, i));
    }
    surveyor.note(found, false, true, view, call.at());
    return found;
  }

  /** {@code dig "a" "b" default map}. */
  private Meaning dig(Call call, List<Meaning> arguments, View view) {
    if (arguments.size() < 3) {
      return any(arguments);
    }
    Meaning found = arguments.getLast();
    for (int i = 0; i < arguments.size() - 2; i++) {
      surveyor.whole(arguments.get(i), view, call.at());
      found = found.child(key(call, i));
    }
    surveyor.note(found, false, true, view, call.at());
    return found.or(arguments.get(arguments.size() - 2));
  }

  /** {@code pluck "a" map map}. */
  private Meaning pluck(Call call, List<Meaning> arguments, View view) {
    Meaning found = Meaning.OTHER;
    for (int i = 1; i < arguments.size(); i++) {
      found = found.or(arguments.get(i).child(key(call, 0)));
    }
    surveyor.note(found, false, true, view, call.at());
    return Meaning.made(Map.of(ValueUse.ANY, found));
  }
}
