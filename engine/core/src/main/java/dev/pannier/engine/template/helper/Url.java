package dev.pannier.engine.template.helper;

import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.TextNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A URL in the parts that Sprig's urlParse gives, read as leniently as Go's net/url does.
 *
 * @param path as it is meant, without escapes
 */
record Url(
    String scheme,
    String userinfo,
    String host,
    String path,
    String query,
    String fragment,
    String opaque) {

  static Url parse(String text) {
    String rest = text;
    String fragment = "";
    int hash = rest.indexOf('#');
    if (hash >= 0) {
      fragment = unescaped(rest.substring(hash + 1));
      rest = rest.substring(0, hash);
    }
    String scheme = "";
    int colon = schemeEnd(rest);
    if (colon > 0) {
      scheme = rest.substring(0, colon).toLowerCase(Locale.ROOT);
      rest = rest.substring(colon + 1);
    }
    String query = "";
    int mark = rest.indexOf('?');
    if (mark >= 0) {
      query = rest.substring(mark + 1);
      rest = rest.substring(0, mark);
    }
    if (colon > 0 && !rest.startsWith("/")) {
      return new Url(scheme, "", "", "", query, fragment, rest);
    }
    return located(scheme, rest, query, fragment);
  }

  private static Url located(String scheme, String rest, String query, String fragment) {
    String authority = "";
    String path = rest;
    if (rest.startsWith("//")) {
      int slash = rest.indexOf('/', 2);
      authority = rest.substring(2, slash < 0 ? rest.length() : slash);
      path = slash < 0 ? "" : rest.substring(slash);
    }
    int at = authority.lastIndexOf('@');
    String userinfo = at < 0 ? "" : authority.substring(0, at);
    String host = authority.substring(at + 1);
    if (host.indexOf(' ') >= 0) {
      throw new HelperException("The URL has the host `%s`, which none can be.".formatted(host));
    }
    return new Url(scheme, userinfo, host, unescaped(path), query, fragment, "");
  }

  /** Where the scheme ends; 0 where there is none. */
  private static int schemeEnd(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
      if (c == ':') {
        if (i == 0) {
          throw new HelperException("The URL `%s` lacks a scheme.".formatted(text));
        }
        return i;
      }
      if (!letter && (i == 0 || !(c >= '0' && c <= '9') && "+-.".indexOf(c) < 0)) {
        return 0;
      }
    }
    return 0;
  }

  /** The host without brackets and port. */
  String hostname() {
    int colon = host.lastIndexOf(':');
    String name = colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    return name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
  }

  static Url of(MapNode parts) {
    return new Url(
        part(parts, "scheme"),
        part(parts, "userinfo"),
        part(parts, "host"),
        part(parts, "path"),
        part(parts, "query"),
        part(parts, "fragment"),
        part(parts, "opaque"));
  }

  private static String part(MapNode parts, String key) {
    return switch (parts.get(key)) {
      case null -> "";
      case TextNode text -> text.text();
      case Node other ->
          throw new HelperException(
              "The part `%s` of a URL must be a string, but is the %s `%s`."
                  .formatted(key, other.typeName(), other));
    };
  }

  MapNode toMap() {
    Map<String, Node> parts = new LinkedHashMap<>();
    parts.put("scheme", TextNode.of(scheme));
    parts.put("userinfo", TextNode.of(userinfo));
    parts.put("host", TextNode.of(host));
    parts.put("hostname", TextNode.of(hostname()));
    parts.put("path", TextNode.of(path));
    parts.put("query", TextNode.of(query));
    parts.put("fragment", TextNode.of(fragment));
    parts.put("opaque", TextNode.of(opaque));
    return MapNode.of(parts);
  }

  String text() {
    StringBuilder out = new StringBuilder();
    if (!scheme.isEmpty()) {
      out.append(scheme).append(':');
    }
    if (!opaque.isEmpty()) {
      out.append(opaque);
    } else {
      if (!scheme.isEmpty() || !host.isEmpty() || !userinfo.isEmpty()) {
        out.append(host.isEmpty() && path.isEmpty() && userinfo.isEmpty() ? "" : "//");
        out.append(userinfo).append(userinfo.isEmpty() ? "" : "@").append(host);
      }
      boolean joint = !path.isEmpty() && !path.startsWith("/") && !host.isEmpty();
      out.append(joint ? "/" : "").append(escaped(path));
    }
    out.append(query.isEmpty() ? "" : "?" + query);
    return out.append(fragment.isEmpty() ? "" : "#" + escaped(fragment)).toString();
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      if (c < 128 && (Character.isLetterOrDigit(c) || "-_.~/$&+,:;=@!()*'".indexOf(c) >= 0)) {
        out.append(c);
      } else {
        out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
      }
    }
    return out.toString();
  }

  private static String unescaped(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); ) {
      if (text.charAt(i) == '%') {
        bytes.write(escape(text, i));
        i += 3;
      } else {
        int code = text.codePointAt(i);
        bytes.writeBytes(Character.toString(code).getBytes(StandardCharsets.UTF_8));
        i += Character.charCount(code);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static int escape(String text, int at) {
    String digits = text.substring(at + 1, Math.min(at + 3, text.length()));
    if (digits.length() < 2 || !digits.chars().allMatch(HexFormat::isHexDigit)) {
      throw new HelperException("The URL has the escape `%%%s`, which is none.".formatted(digits));
    }
    return HexFormat.fromHexDigits(digits);
  }
}
