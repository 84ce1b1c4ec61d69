package dev.pannier.engine.manifest.kind;

import dev.pannier.engine.manifest.kind.FieldType.Basic;
import dev.pannier.engine.yaml.TextNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/**
 * The formats of strings that API servers check (k8s.io/apiextensions-apiserver,
 * pkg/apiserver/validation/formats.go), as far as they are certain; others are taken.
 */
final class SchemaFormat {

  private SchemaFormat() {}

  static boolean fits(String format, String text) {
    return switch (format) {
      case "byte" -> BasicCheck.fits(TextNode.of(text), Basic.BYTES);
      case "date" -> isDate(text);
      case "date-time", "datetime" -> isTime(text);
      case "ipv4" -> Addresses.isAddress(text) && text.indexOf(':') < 0;
      case "ipv6" -> Addresses.isAddress(text) && text.indexOf(':') >= 0;
      case "cidr" -> Addresses.isRange(text);
      case "duration" -> Duration.GO.matcher(text).matches();
      case "uuid" -> Uuid.ANY.matcher(text).matches();
      default -> true;
    };
  }

  private static boolean isDate(String text) {
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeParseException _) {
      return false;
    }
  }

  static boolean isTime(String text) {
    try {
      OffsetDateTime.parse(text);
      return true;
    } catch (DateTimeParseException _) {
      return false;
    }
  }

  /** As in Go, or in words: {@code 1h30m}, {@code 2 days}. */
  private static final class Duration {
    static final Pattern GO =
        Pattern.compile("[+-]?((\\d+\\.?\\d*|\\.\\d+)\\s*[a-zµ]+\\s*)+|[+-]?0");
  }

  private static final class Uuid {
    static final Pattern ANY =
        Pattern.compile("(?i)[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}");
  }
}
