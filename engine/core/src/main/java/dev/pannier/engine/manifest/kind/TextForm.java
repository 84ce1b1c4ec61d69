package dev.pannier.engine.manifest.kind;

import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.TextNode;
import java.util.Locale;

/**
 * What a text looks like, or what is a text or a number (k8s.io/apimachinery/pkg/util/validation
 * and pkg/apis/core/validation).
 */
enum TextForm implements ValueForm {
  /** RFC 1123. */
  LABEL("a name of lower-case letters, digits and `-`, with no `-` at either end"),
  SUBDOMAIN(
      "a name of lower-case letters, digits, `-` and `.`, with a letter or a digit at both ends"),
  /** RFC 1035. */
  SERVICE_NAME("a name of lower-case letters, digits and `-`, which begins with a letter"),
  PORT_NAME(
      "a name of at most 15 lower-case letters, digits and single `-`, with a letter among them"),
  PORT_REF("the number of a port, from 1 to 65535, or the name of one"),
  ENV_NAME("a name of letters, digits, `_`, `-` and `.`, which begins with no digit"),
  /** What names of variables may be since 1.30. */
  ENV_TEXT("a name of printable ASCII characters without `=`"),
  KEY("a name of letters, digits, `-`, `_` and `.`"),
  FILLED("a text that is not empty"),
  IP("an IP address"),
  CIDR("a range of IP addresses such as `10.0.0.0/8`"),
  ABSOLUTE_PATH("a path that begins with `/`"),
  RELATIVE_PATH("a path that does not begin with `/` and has no `..` in it"),
  PLAIN_PATH("a path without `..` in it"),
  HOST("the name of a host, in lower case, which may begin with `*.`"),
  LABEL_KEY("a key of a label, such as `app` or `example.com/app`"),
  LABEL_VALUE(
      "a value of a label: at most 63 letters, digits, `-`, `_` and `.`, with a letter or a digit"
          + " at both ends"),
  AMOUNT("a number from 0 on, or a percentage such as `25%`"),
  POSITIVE_QUANTITY("a quantity that is not negative"),
  WEBHOOK("a name of three parts at least, such as `check.example.com`"),
  HTTPS("a URL that begins with `https://`"),
  CRON("a schedule such as `*/5 * * * *` or `@daily`");

  private final String noun;

  TextForm(String noun) {
    this.noun = noun;
  }

  static TextForm of(String word) {
    return valueOf(word.replace('-', '_').toUpperCase(Locale.ROOT));
  }

  @Override
  public String noun() {
    return noun;
  }

  @Override
  public boolean fits(Node node) {
    return switch (node) {
      case NumberNode number -> fits(number);
      case TextNode text -> fits(text.text());
      case Node _ -> true;
    };
  }

  private boolean fits(NumberNode number) {
    return switch (this) {
      case PORT_REF -> new Range(1, 65535).fits(number);
      case AMOUNT, POSITIVE_QUANTITY -> number.decimal().signum() >= 0;
      default -> true;
    };
  }

  private boolean fits(String text) {
    return switch (this) {
      case LABEL -> Names.isLabel(text);
      case SUBDOMAIN -> Names.isSubdomain(text);
      case SERVICE_NAME -> Names.isServiceName(text);
      case PORT_NAME, PORT_REF -> Names.isPortName(text);
      case ENV_NAME -> Names.isVariable(text);
      case ENV_TEXT ->
          !text.isEmpty() && text.chars().allMatch(c -> c >= ' ' && c < 127 && c != '=');
      case KEY -> Names.isKey(text);
      case FILLED -> !text.isEmpty();
      case IP -> Addresses.isAddress(text);
      case CIDR -> Addresses.isRange(text);
      case ABSOLUTE_PATH -> text.startsWith("/");
      case RELATIVE_PATH -> !text.startsWith("/") && !hasDots(text);
      case PLAIN_PATH -> !text.isEmpty() && !hasDots(text);
      case HOST -> Names.isSubdomain(text.startsWith("*.") ? text.substring(2) : text);
      case LABEL_KEY -> Names.isLabelKey(text);
      case LABEL_VALUE -> Names.isLabelValue(text);
      case AMOUNT -> isPercentage(text);
      case POSITIVE_QUANTITY -> !text.startsWith("-");
      case WEBHOOK -> Names.isSubdomain(text) && text.indexOf('.') < text.lastIndexOf('.');
      case HTTPS -> text.startsWith("https://");
      case CRON -> CronSchedule.isValid(text);
    };
  }

  private static boolean hasDots(String path) {
    return path.equals("..")
        || path.startsWith("../")
        || path.endsWith("/..")
        || path.contains("/../");
  }

  private static boolean isPercentage(String text) {
    for (int i = 0; i < text.length() - 1; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return text.length() > 1 && text.endsWith("%");
  }
}
