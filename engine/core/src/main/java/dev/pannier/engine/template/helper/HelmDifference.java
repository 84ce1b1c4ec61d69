package dev.pannier.engine.template.helper;

/**
 * Where helpers differ from Helm's. Each difference is shown by rows of sprig-differences.yaml
 * among the tests, and there is none without a reason: YAML that stays right, results that are the
 * same each time, or mistakes that show.
 */
final class HelmDifference {

  private static final String HALVES =
      "A character of more than one byte is never cut in half; Helm's text is broken there.";
  private static final String ERROR_AS_DATA =
      "What is wrong is an error; Helm gives the message as if it were the result.";
  private static final String EMPTY =
      "No items are an empty list; in Helm that list is written as null.";
  private static final String WRITTEN =
      "A number keeps the form in which it was written; Helm writes 1000000.0 as 1e+06 and 1.50 as"
          + " 1.5.";
  private static final String UNCHANGED =
      "The map that is given stays as it is: use the result. Helm changes it in place.";
  private static final String REGEX =
      "A wrong regular expression is an error; in Helm it never matches.";
  private static final String NO_TIME = "What is no time is an error; Helm takes the present time.";
  private static final String NUMBERS =
      "1 and 1.0 are the same number; in Helm they are when they come from values, but not when"
          + " they stand in a template.";
  private static final String TIME_AS_TEXT =
      "A time is a text of RFC 3339, so such a text is taken too; Helm wants what toDate and now"
          + " give.";

  private HelmDifference() {}

  /** What a helper does unlike Helm's; empty where nothing. */
  static String of(String name) {
    return switch (name) {
      case "eq",
          "ne",
          "lt",
          "le",
          "gt",
          "ge",
          "deepEqual",
          "uniq",
          "mustUniq",
          "has",
          "mustHas",
          "without",
          "mustWithout" ->
          NUMBERS;
      case "printf" ->
          WRITTEN
              + " %d and %f take any whole number; in Helm %d takes none that comes from values,"
              + " and %f none that stands in a template.";
      case "kindIs", "typeIs" ->
          "A whole number is of the kinds int, int64 and float64; in Helm that depends on where it"
              + " comes from.";
      case "trunc", "substr", "abbrev", "abbrevboth", "wrapWith" -> HALVES;
      case "nospace", "initials" ->
          "Characters that are not of ASCII stay what they are; Helm's text is broken there.";
      case "add", "mul" -> "A result beyond 64 bits is an error; Helm gives another number.";
      case "concat",
          "rest",
          "mustRest",
          "initial",
          "mustInitial",
          "regexFindAll",
          "mustRegexFindAll",
          "regexSplit" ->
          EMPTY;
      case "print",
          "println",
          "toString",
          "quote",
          "squote",
          "cat",
          "join",
          "toYaml",
          "mustToYaml",
          "toYamlPretty",
          "toJson",
          "mustToJson",
          "toPrettyJson",
          "mustToPrettyJson",
          "toRawJson",
          "mustToRawJson",
          "html",
          "js",
          "urlquery" ->
          WRITTEN;
      default -> strictness(name);
    };
  }

  private static String strictness(String name) {
    return switch (name) {
      case "set", "merge", "mustMerge", "mergeOverwrite", "mustMergeOverwrite" -> UNCHANGED;
      case "unset" ->
          UNCHANGED + " No entries are an empty map; in Helm that map is written as null.";
      case "seq" -> "More than three arguments are an error; Helm gives an empty text.";
      case "fromYaml",
          "fromYamlArray",
          "fromJson",
          "fromJsonArray",
          "fromToml",
          "b64dec",
          "b32dec",
          "bcrypt",
          "derivePassword",
          "genPrivateKey" ->
          ERROR_AS_DATA;
      case "toToml" ->
          ERROR_AS_DATA
              + " A whole number stays one; Helm writes those that come from values with .0.";
      case "htpasswd" ->
          ERROR_AS_DATA + " The third argument is of the Sprig after the one that Helm has.";
      case "regexMatch" -> REGEX;
      case "date", "htmlDate" -> NO_TIME;
      case "dateInZone", "date_in_zone", "htmlDateInZone" ->
          NO_TIME + " An unknown zone is an error; Helm takes UTC.";
      case "toDate" ->
          "A text that does not look like the layout is an error; Helm gives the first of January"
              + " of the year 1.";
      case "dateModify", "date_modify" ->
          "What is no duration is an error; Helm gives the time as it is. " + TIME_AS_TEXT;
      case "mustDateModify", "must_date_modify", "unixEpoch" -> TIME_AS_TEXT;
      case "durationRound" -> "What is no duration is an error; in Helm it counts as 0s.";
      case "randAlphaNum", "randAlpha", "randNumeric", "randAscii" ->
          "A negative length is an error; Helm gives an empty text.";
      default -> "";
    };
  }
}
