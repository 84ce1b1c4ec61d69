package dev.pannier.engine.template.helper;

import static dev.pannier.engine.template.helper.HelperGroup.ENCODING;

import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.TextNode;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Adler32;
import org.jspecify.annotations.Nullable;

/**
 * Base 64 and 32, digests and escapes: Sprig's strings.go and crypto.go, Go's
 * text/template/funcs.go. Texts are UTF-8.
 */
final class EncodingHelpers {

  private EncodingHelpers() {}

  static HelperSpec spec(String name) {
    return switch (name) {
      case "b64enc" ->
          HelperSpec.of(
              ENCODING,
              name,
              "text",
              "A text in base 64.",
              "'web'",
              "d2Vi",
              call -> TextNode.of(Base64.getEncoder().encodeToString(bytes(call))));
      case "b64dec" ->
          HelperSpec.of(
              ENCODING,
              name,
              "text",
              "The text that base 64 encodes.",
              "'d2Vi'",
              "web",
              EncodingHelpers::b64dec);
      case "b32enc" ->
          HelperSpec.of(
              ENCODING,
              name,
              "text",
              "A text in base 32.",
              "'web'",
              "O5SWE===",
              call -> TextNode.of(Base32.encode(bytes(call))));
      case "b32dec" ->
          HelperSpec.of(
              ENCODING,
              name,
              "text",
              "The text that base 32 encodes.",
              "'O5SWE==='",
              "web",
              call -> decoded(call, Base32.decode(call.text(0))));
      case "sha1sum" ->
          HelperSpec.of(
              ENCODING,
              name,
              "text",
              "The SHA-1 digest of a text, in hexadecimal.",
              "'web'",
              "ca84d1343b96baa8137c943ed1860e522cacb238",
              call -> TextNode.of(digest("SHA-1", call)));
      case "sha256sum" ->
          HelperSpec.of(
              ENCODING,
              name,
              "text",
              "The SHA-256 digest of a text, in hexadecimal.",
              "''",
              "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
              call -> TextNode.of(digest("SHA-256", call)));
      case "sha512sum" ->
          HelperSpec.of(
              ENCODING,
              name,
              "text",
              "The SHA-512 digest of a text, in hexadecimal.",
              "{{trunc 16 (sha512sum '')}}",
              "cf83e1357eefb8bd",
              call -> TextNode.of(digest("SHA-512", call)));
      case "adler32sum" ->
          HelperSpec.of(
              ENCODING,
              name,
              "text",
              "The Adler-32 checksum of a text, in decimal.",
              "'web'",
              "43254079",
              EncodingHelpers::adler32sum);
      case "urlquery" ->
          HelperSpec.of(
              ENCODING,
              name,
              "[value…]",
              "Values as one text, escaped for the query of a URL.",
              "'a b&c'",
              "a+b%26c",
              call -> TextNode.of(query(printed(call))));
      case "html" ->
          HelperSpec.of(
              ENCODING,
              name,
              "[value…]",
              "Values as one text, escaped for HTML.",
              "'<a & b>'",
              "&lt;a &amp; b&gt;",
              call -> TextNode.of(GoEscape.html(printed(call))));
      case "js" ->
          HelperSpec.of(
              ENCODING,
              name,
              "[value…]",
              "Values as one text, escaped for a string of JavaScript.",
              "'<a>'",
              "\\u003Ca\\u003E",
              call -> TextNode.of(GoEscape.js(printed(call))));
      default -> throw new IllegalStateException("no helper of encoding: " + name);
    };
  }

  /** As Go's escapers print values: null is a text there. */
  private static String printed(Arguments call) {
    List<Node> values = new ArrayList<>(call.positional());
    values.replaceAll(value -> value instanceof NullNode ? TextNode.of("<no value>") : value);
    return GoFormat.print(values);
  }

  private static byte[] bytes(Arguments call) {
    return call.text(0).getBytes(StandardCharsets.UTF_8);
  }

  private static Node b64dec(Arguments call) {
    // Go skips line breaks in base 64.
    String text = call.text(0).replace("\n", "").replace("\r", "");
    if (text.length() % 4 != 0) {
      throw notEncoded(call, null);
    }
    try {
      return decoded(call, Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      throw notEncoded(call, e);
    }
  }

  private static Node decoded(Arguments call, byte @Nullable [] bytes) {
    if (bytes == null) {
      throw notEncoded(call, null);
    }
    try {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      return TextNode.of(StandardCharsets.UTF_8.newDecoder().decode(buffer).toString());
    } catch (CharacterCodingException e) {
      HelperException exception =
          new HelperException(
              "What the helper `%s` decodes is no UTF-8 text.".formatted(call.helper()));
      exception.initCause(e);
      throw exception;
    }
  }

  private static HelperException notEncoded(Arguments call, @Nullable Throwable cause) {
    HelperException exception =
        new HelperException(
            "The argument of the helper `%s` is not in base %s."
                .formatted(call.helper(), call.helper().substring(1, 3)));
    exception.initCause(cause);
    return exception;
  }

  private static String digest(String algorithm, Arguments call) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes(call)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("each JDK has " + algorithm, e);
    }
  }

  private static Node adler32sum(Arguments call) {
    Adler32 sum = new Adler32();
    sum.update(bytes(call));
    return TextNode.of(Long.toString(sum.getValue()));
  }

  private static String query(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("*", "%2A").replace("%7E", "~");
  }
}
