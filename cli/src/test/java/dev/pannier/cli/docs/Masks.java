package dev.pannier.cli.docs;

import java.util.regex.Pattern;

/**
 * Takes out of an output what differs from run to run: times, durations, random names, and what a
 * wait happened to see.
 */
final class Masks {

  private static final Pattern TIME =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z| ?[+-]\\d\\d:?\\d\\d)?("
              + " [A-Z]{3,4})?|(Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ \\d]\\d"
              + " \\d\\d:\\d\\d:\\d\\d \\d{4}");
  private static final Pattern DURATION =
      Pattern.compile("\\b\\d+(\\.\\d+)?(ms|s)\\b|\\b\\d+/s\\b");
  private static final Pattern POD = Pattern.compile("-[0-9a-f]{8,10}-[0-9a-z]{5}\\b");
  private static final Pattern WAITING = Pattern.compile("(?m)^  waiting .*\\n");
  private static final Pattern BLANKS = Pattern.compile(" +(?=\\t)|[ \\t]+(?=\\n|$)");

  private Masks() {}

  static String mask(String output) {
    String masked = TIME.matcher(output).replaceAll("(time)");
    masked = DURATION.matcher(masked).replaceAll("(duration)");
    masked = WAITING.matcher(masked).replaceAll("");
    masked = POD.matcher(masked).replaceAll("-(pod)");
    return BLANKS.matcher(masked).replaceAll("");
  }
}
