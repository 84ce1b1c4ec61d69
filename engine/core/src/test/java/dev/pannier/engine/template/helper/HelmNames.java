package dev.pannier.engine.template.helper;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The names that templates of Helm may call. */
final class HelmNames {

  /** What Helm 4 exposes of Sprig 3.3.0, which is all but env and expandenv. */
  private static final String SPRIG =
      """
      abbrev abbrevboth add add1 add1f addf adler32sum ago all any append atoi b32dec
      b32enc b64dec b64enc base bcrypt biggest buildCustomCert camelcase cat ceil chunk
      clean coalesce compact concat contains date dateInZone dateModify date_in_zone
      date_modify decryptAES deepCopy deepEqual default derivePassword dict dig dir div
      divf duration durationRound empty encryptAES ext fail first float64 floor fromJson
      genCA genCAWithKey genPrivateKey genSelfSignedCert genSelfSignedCertWithKey
      genSignedCert genSignedCertWithKey get getHostByName has hasKey hasPrefix hasSuffix
      hello htmlDate htmlDateInZone htpasswd indent initial initials int int64 isAbs join
      kebabcase keys kindIs kindOf last list lower max maxf merge mergeOverwrite min minf
      mod mul mulf mustAppend mustChunk mustCompact mustDateModify mustDeepCopy mustFirst
      mustFromJson mustHas mustInitial mustLast mustMerge mustMergeOverwrite mustPrepend
      mustPush mustRegexFind mustRegexFindAll mustRegexMatch mustRegexReplaceAll
      mustRegexReplaceAllLiteral mustRegexSplit mustRest mustReverse mustSlice mustToDate
      mustToJson mustToPrettyJson mustToRawJson mustUniq mustWithout must_date_modify
      nindent nospace now omit osBase osClean osDir osExt osIsAbs pick pluck plural
      prepend push quote randAlpha randAlphaNum randAscii randBytes randInt randNumeric
      regexFind regexFindAll regexMatch regexQuoteMeta regexReplaceAll
      regexReplaceAllLiteral regexSplit repeat replace rest reverse round semver
      semverCompare seq set sha1sum sha256sum sha512sum shuffle slice snakecase sortAlpha
      split splitList splitn squote sub subf substr swapcase ternary title toDate
      toDecimal toJson toPrettyJson toRawJson toString toStrings trim trimAll trimPrefix
      trimSuffix trimall trunc tuple typeIs typeIsLike typeOf uniq unixEpoch unset until
      untilStep untitle upper urlJoin urlParse uuidv4 values without wrap wrapWith
      """;

  /** Helm's own: pkg/engine/funcs.go of its main branch. Some replace those of Sprig. */
  private static final String HELM =
      """
      durationDays durationHours durationMicroseconds durationMilliseconds
      durationMinutes durationNanoseconds durationRoundTo durationSeconds
      durationTruncateTo durationWeeks fail fromJson fromJsonArray fromToml fromYaml
      fromYamlArray include lookup mustToDuration mustToJson mustToToml mustToYaml
      required toJson toToml toYaml toYamlPretty tpl
      """;

  /** Of Go's text/template. */
  private static final String GO =
      """
      and or not len index slice call html js print printf println urlquery eq ne lt le
      gt ge
      """;

  private HelmNames() {}

  /** All but those whose arguments are templates or the cluster: TwinTemplatesTest has these. */
  static Set<String> ofCalls() {
    Set<String> names = all();
    names.removeAll(Set.of("include", "tpl", "lookup"));
    return names;
  }

  static Set<String> all() {
    return new TreeSet<>(List.of((SPRIG + HELM + GO).strip().split("\\s+")));
  }
}
