package dev.pannier.cli.option;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What shells complete: every verb with its usage, and the flags that every command has.
 *
 * @param rare flags that every command has too; they are offered where somebody begins to type one,
 *     so that they do not drown the others
 * @param aliases further names of first words
 */
public record CompletionModel(
    List<Usage> usages, FlagGroup global, FlagGroup rare, Map<String, String> aliases) {

  public CompletionModel {
    usages = List.copyOf(usages);
    aliases = Map.copyOf(aliases);
  }

  /** A value that a flag takes, for a shell. */
  sealed interface Value {
    /** A file or a folder. */
    record File() implements Value {}

    /** One of a few words. */
    record Words(List<String> words) implements Value {}

    /** One of the names that {@code pannier completion WHAT} prints. */
    record Names(String what) implements Value {}

    /** Anything else. */
    record Any() implements Value {}
  }

  static Value value(Flag flag) {
    return switch (flag.placeholder()) {
      case "FILE", "DIR", "KEY=FILE" -> new Value.File();
      case "FORMAT" -> new Value.Words(List.of("table", "json", "yaml"));
      case "NAMESPACE" -> new Value.Names("namespaces");
      case "CONTEXT" -> new Value.Names("contexts");
      case "WHEN" -> new Value.Words(List.of("auto", "always", "never"));
      default -> new Value.Any();
    };
  }

  /** The flags of a verb, and those of everywhere, without hidden ones. */
  List<Flag> flags(Usage usage) {
    List<Flag> flags = new ArrayList<>();
    usage.flags().forEach(flag -> add(flag, flags));
    global.flags().forEach(flag -> add(flag, flags));
    return flags;
  }

  private List<Flag> known(Usage usage) {
    List<Flag> known = flags(usage);
    known.addAll(rare.flags());
    return known;
  }

  /** The names of the rare flags. */
  List<String> rareNames() {
    List<String> names = new ArrayList<>();
    rare.flags().forEach(flag -> names.addAll(flag.names()));
    return names;
  }

  /** The names of flags that say which releases there are, each with a value. */
  List<String> namesOfTargets() {
    List<String> names = new ArrayList<>(List.of("-n", "--namespace", "--sandbox"));
    for (Flag flag : GlobalFlags.flags()) {
      if (ConnectionFlags.TARGETS.contains(flag.name())) {
        names.addAll(flag.allNames());
      }
    }
    return names;
  }

  private static void add(Flag flag, List<Flag> flags) {
    if (!flag.hidden()) {
      flags.add(flag);
    }
  }

  /** Every first word with what it is for; of a group, what its first verb is for. */
  Map<String, String> firstWords() {
    Map<String, String> words = new LinkedHashMap<>();
    for (Usage usage : usages) {
      int space = usage.verb().indexOf(' ');
      if (space < 0) {
        words.put(usage.verb(), usage.purpose());
      } else {
        String group = usage.verb().substring(0, space);
        words.put(
            group, group.equals("get") ? "Print parts of a release." : "Print parts of a chart.");
      }
    }
    return words;
  }

  /** The verbs of two words that begin with a word, by their second one. */
  Map<String, Usage> group(String first) {
    Map<String, Usage> group = new LinkedHashMap<>();
    for (Usage usage : usages) {
      if (usage.verb().startsWith(first + " ")) {
        group.put(usage.verb().substring(first.length() + 1), usage);
      }
    }
    return group;
  }

  /** What follows each flag whose value is the next word, whatever the verb. */
  Map<String, Value> valuesByName() {
    Map<String, Value> values = new LinkedHashMap<>();
    List<String> ambiguous = new ArrayList<>();
    for (Usage usage : usages) {
      for (Flag flag : known(usage)) {
        if (flag.takesNoWord()) {
          ambiguous.addAll(flag.names());
        } else {
          flag.names().forEach(name -> values.putIfAbsent(name, value(flag)));
        }
      }
    }
    // `-a` is a switch of one verb and takes a word of another: no word is skipped after it.
    values.keySet().removeAll(ambiguous);
    return values;
  }

  /** The flags after which a file or folder is completed. */
  List<String> namesOfFiles() {
    return names(Value.File.class);
  }

  /** The flags after which nothing can be completed. */
  List<String> namesOfOthers() {
    return names(Value.Any.class);
  }

  private List<String> names(Class<? extends Value> kind) {
    List<String> names = new ArrayList<>();
    valuesByName()
        .forEach((name, value) -> {
          if (kind.isInstance(value)) {
            names.add(name);
          }
        });
    return names;
  }
}
