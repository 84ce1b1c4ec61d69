package dev.pannier.cli.option;

import java.util.ArrayList;
import java.util.List;

/** Flags that every command has. */
public final class GlobalFlags {
  /** Those that help shows with each command. */
  public static final FlagGroup GROUP =
      FlagGroup.of(
          "Everywhere",
          Flag.of(
              "-n, --namespace NAMESPACE",
              "where releases are; else $PANNIER_NAMESPACE, or the context's"),
          Flag.of("--sandbox DIR", "a folder that plays the cluster; else $PANNIER_CLUSTER"),
          ConnectionFlags.KUBECONFIG,
          ConnectionFlags.CONTEXT,
          Flag.of("--color WHEN", "colours: auto, always or never; auto also heeds $NO_COLOR"),
          Flag.of("--debug", "show where in Pannier a problem was found"),
          Flag.of("-h, --help", "show help on a command; `help connection` has more flags"));

  private static final List<Flag> ALL = all();

  private GlobalFlags() {}

  private static List<Flag> all() {
    List<Flag> all = new ArrayList<>(GROUP.flags());
    all.addAll(ConnectionFlags.GROUP.flags());
    return List.copyOf(all);
  }

  /** Those of connections too. */
  public static List<Flag> flags() {
    return ALL;
  }

  /** Whether a word that precedes the verb takes the next one as its value. */
  public static boolean takesNextWord(String word) {
    for (Flag flag : ALL) {
      if (flag.allNames().contains(word)) {
        return !flag.takesNoWord();
      }
    }
    return false;
  }
}
