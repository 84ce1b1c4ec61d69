package dev.pannier.cli.option;

import java.util.List;

/**
 * Flags that belong together.
 *
 * @param title what help shows above them, without a colon
 */
public record FlagGroup(String title, List<Flag> flags) {
  public FlagGroup {
    flags = List.copyOf(flags);
  }

  /** Flags under a title. */
  public static FlagGroup of(String title, Flag... flags) {
    return new FlagGroup(title, List.of(flags));
  }

  /** The same flags, accepted without being shown. */
  public FlagGroup unseen() {
    return new FlagGroup(title, flags.stream().map(Flag::unseen).toList());
  }

  /** Whether none of them is shown. */
  boolean isHidden() {
    return flags.stream().allMatch(Flag::hidden);
  }
}
