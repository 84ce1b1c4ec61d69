package dev.pannier.engine.unit.property;

import java.util.List;

/** Examples of the formats that JSON Schema names. */
final class Formats {
  private Formats() {}

  /** Strings of a format; none where it is not known. */
  static List<String> examples(String format) {
    return switch (format) {
      case "date-time" -> List.of("2026-11-20T21:33:00Z", "1999-12-31T23:59:60.123+02:00");
      case "date" -> List.of("2026-11-20", "2000-02-29");
      case "time" -> List.of("21:33:00Z", "00:00:00.5+01:00");
      case "duration" -> List.of("P1D", "PT36H", "P1Y2M3DT4H5M6S");
      case "email", "idn-email" -> List.of("a@example.com", "\"a b\"@example.com", "a+b@x.org");
      case "hostname", "idn-hostname" -> List.of("example.com", "a", "x1-y.example.org", "1.2.3");
      case "ipv4" -> List.of("10.0.0.1", "0.0.0.0", "255.255.255.255");
      case "ipv6" -> List.of("::1", "::", "2001:db8::1", "fe80::1:2:3:4", "::ffff:10.0.0.1");
      case "uri", "iri", "uri-reference", "iri-reference" ->
          List.of("https://example.com/a?b=c#d", "http://[::1]:8080/", "urn:a:b", "ftp://x/%20");
      case "uri-template" -> List.of("https://example.com/{id}");
      case "uuid" -> List.of("123e4567-e89b-12d3-a456-426614174000");
      case "json-pointer" -> List.of("/a/b~1c", "");
      case "relative-json-pointer" -> List.of("1/a");
      case "regex" -> List.of("^a+$", "[a-z]");
      default -> List.of();
    };
  }
}
