package dev.pannier.cli.option;

import java.util.ArrayList;
import java.util.List;

/**
 * How a command is called.
 *
 * @param verb one word or two: {@code install}, {@code get values}
 * @param purpose one line, a whole sentence
 * @param operands what follows the verb, as help shows it: {@code [NAME] CHART}
 * @param least how many operands there must be
 * @param most how many there may be
 * @param completes what the operands are, for the shell's completion
 * @param details paragraphs for who wants to know more; may be empty
 * @param examples lines of a shell, and comments
 */
public record Usage(
    String verb,
    String purpose,
    String operands,
    int least,
    int most,
    Completes completes,
    String details,
    List<String> examples,
    List<FlagGroup> groups) {

  /** What a command's operands are. */
  public enum Completes {
    NOTHING,
    FILES,
    /** Names of releases. */
    RELEASES,
    /** A name of a helper of templates. */
    HELPERS,
    /** The name of a release, then a chart. */
    RELEASE_THEN_FILES
  }

  /** No bound on the number of operands. */
  public static final int MANY = Integer.MAX_VALUE;

  public Usage {
    examples = List.copyOf(examples);
    groups = List.copyOf(groups);
  }

  /** A command without operands and flags. */
  public static Usage of(String verb, String purpose) {
    return new Usage(verb, purpose, "", 0, 0, Completes.NOTHING, "", List.of(), List.of());
  }

  /** With operands. */
  public Usage operands(String shown, int fewest, int mostOfThem, Completes kind) {
    return new Usage(verb, purpose, shown, fewest, mostOfThem, kind, details, examples, groups);
  }

  /** With details. */
  public Usage details(String text) {
    return new Usage(verb, purpose, operands, least, most, completes, text, examples, groups);
  }

  /** With examples. */
  public Usage examples(String... lines) {
    return new Usage(
        verb, purpose, operands, least, most, completes, details, List.of(lines), groups);
  }

  /** With one more group of flags. */
  public Usage group(FlagGroup group) {
    List<FlagGroup> more = new ArrayList<>(groups);
    more.add(group);
    return new Usage(verb, purpose, operands, least, most, completes, details, examples, more);
  }

  /** With one more group of flags. */
  public Usage group(String title, Flag... flags) {
    return group(FlagGroup.of(title, flags));
  }

  /** All its flags. */
  public List<Flag> flags() {
    List<Flag> flags = new ArrayList<>();
    for (FlagGroup group : groups) {
      flags.addAll(group.flags());
    }
    return flags;
  }
}
