package dev.pannier.cli.option;

/** Flags that every command has. */
public final class GlobalFlags {
  /** Them all. */
  public static final FlagGroup GROUP =
      FlagGroup.of(
          "Everywhere",
          Flag.of(
              "-n, --namespace NAMESPACE",
              "the namespace of the release; else $PANNIER_NAMESPACE, $HELM_NAMESPACE, `default`"),
          Flag.of("--sandbox DIR", "a folder that plays the cluster; else $PANNIER_CLUSTER"),
          Flag.of("--kubeconfig FILE", "how to reach a cluster; else $KUBECONFIG"),
          Flag.of("--kube-context NAME", "which cluster of the kubeconfig file"),
          Flag.of("--color WHEN", "colours: auto, always or never; auto also heeds $NO_COLOR"),
          Flag.of("--debug", "show where in Pannier a problem was found"),
          Flag.of("-h, --help", "show help on a command"));

  private GlobalFlags() {}

  /** Whether a word that precedes the verb takes the next one as its value. */
  public static boolean takesNextWord(String word) {
    for (Flag flag : GROUP.flags()) {
      if (flag.names().contains(word)) {
        return !flag.takesNoWord();
      }
    }
    return false;
  }
}
