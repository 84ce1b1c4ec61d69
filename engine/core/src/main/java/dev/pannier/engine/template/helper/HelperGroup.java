package dev.pannier.engine.template.helper;

import java.util.List;

/** What helpers are about, in the order in which the documentation tells them. */
public enum HelperGroup {
  LOGIC(
      "Logic and defaults",
      "and or not eq ne lt le gt ge default empty coalesce ternary all any required fail"),
  PRINTING("Values as text", "print println printf toString quote squote cat hello"),
  STRINGS(
      "Text",
      "trim trimAll trimall trimPrefix trimSuffix trunc substr replace contains hasPrefix"
          + " hasSuffix repeat indent nindent nospace join split splitn splitList plural"),
  LINES("Long text", "abbrev abbrevboth initials wrap wrapWith"),
  CASES("Letter case", "upper lower title untitle swapcase camelcase snakecase kebabcase"),
  MATH(
      "Whole numbers", "int int64 float64 atoi toDecimal add add1 sub mul div mod max biggest min"),
  FRACTIONS("Numbers with a fraction", "add1f addf subf mulf divf maxf minf floor ceil round"),
  SEQUENCES("Sequences", "list tuple len index slice mustSlice until untilStep seq"),
  LISTS(
      "Lists",
      "append mustAppend push mustPush prepend mustPrepend concat first mustFirst last mustLast"
          + " rest mustRest initial mustInitial reverse mustReverse uniq mustUniq without"
          + " mustWithout has mustHas compact mustCompact chunk mustChunk sortAlpha toStrings"),
  DICTS(
      "Maps",
      "dict get set unset hasKey pick omit pluck keys values dig merge mustMerge mergeOverwrite"
          + " mustMergeOverwrite deepCopy mustDeepCopy deepEqual"),
  TYPES("Types", "kindOf kindIs typeOf typeIs typeIsLike"),
  DATA(
      "YAML and JSON",
      "toYaml mustToYaml toYamlPretty fromYaml fromYamlArray toJson mustToJson toPrettyJson"
          + " mustToPrettyJson toRawJson mustToRawJson fromJson mustFromJson fromJsonArray"),
  TOML("TOML", "toToml mustToToml fromToml"),
  ENCODING(
      "Encoding and digests",
      "b64enc b64dec b32enc b32dec sha1sum sha256sum sha512sum adler32sum urlquery html" + " js"),
  SECRETS("Passwords and ciphers", "bcrypt htpasswd derivePassword encryptAES decryptAES"),
  REGEX(
      "Regular expressions",
      "regexMatch mustRegexMatch regexFind mustRegexFind regexFindAll mustRegexFindAll"
          + " regexReplaceAll mustRegexReplaceAll regexReplaceAllLiteral"
          + " mustRegexReplaceAllLiteral regexSplit mustRegexSplit regexQuoteMeta"),
  PATHS(
      "Paths, URLs and hosts",
      "base dir ext clean isAbs osBase osDir osExt osClean osIsAbs urlParse urlJoin"
          + " getHostByName"),
  VERSIONS("Versions", "semver semverCompare"),
  DATES(
      "Dates",
      "now date dateInZone date_in_zone htmlDate htmlDateInZone unixEpoch dateModify"
          + " date_modify mustDateModify must_date_modify toDate mustToDate ago"),
  DURATIONS(
      "Durations",
      "duration durationRound mustToDuration durationSeconds durationMilliseconds"
          + " durationMicroseconds durationNanoseconds durationMinutes durationHours durationDays"
          + " durationWeeks durationRoundTo durationTruncateTo"),
  RANDOM(
      "Random values",
      "randAlphaNum randAlpha randNumeric randAscii randBytes randInt uuidv4 shuffle"),
  CERTIFICATES(
      "Certificates",
      "genPrivateKey genCA genCAWithKey genSelfSignedCert genSelfSignedCertWithKey genSignedCert"
          + " genSignedCertWithKey buildCustomCert");

  private final String title;
  private final String names;
  private final String padded;

  HelperGroup(String title, String names) {
    this.title = title;
    this.names = names;
    this.padded = " " + names + " ";
  }

  /** Its heading. */
  public String title() {
    return title;
  }

  /** Whether a helper is of this group. */
  boolean has(String name) {
    return !name.isEmpty() && name.indexOf(' ') < 0 && padded.contains(" " + name + " ");
  }

  /** The names of its helpers, in the order in which the documentation tells them. */
  public List<String> names() {
    return List.of(names.split(" "));
  }
}
