package dev.pannier.test.cluster;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The head of an HTTP/1.1 message: its first line and its header lines.
 *
 * @param start {@code GET /version HTTP/1.1}, or {@code HTTP/1.1 200 OK}
 */
record HttpHead(String start, List<String> headers) {

  /** Empty where the connection ended instead. */
  static Optional<HttpHead> read(InputStream in) throws IOException {
    Optional<String> start = line(in);
    if (start.isEmpty()) {
      return Optional.empty();
    }
    List<String> headers = new ArrayList<>();
    String header = line(in).orElseThrow(EOFException::new);
    while (!header.isEmpty()) {
      headers.add(header);
      header = line(in).orElseThrow(EOFException::new);
    }
    return Optional.of(new HttpHead(start.get(), headers));
  }

  /** A line without its end; empty where the stream is at its end. */
  static Optional<String> line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    int next = in.read();
    if (next < 0) {
      return Optional.empty();
    }
    while (next >= 0 && next != '\n') {
      if (next != '\r') {
        line.append((char) next);
      }
      next = in.read();
    }
    return Optional.of(line.toString());
  }

  void write(OutputStream out) throws IOException {
    String text = start + "\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  /** The value of a header; empty where it has none. */
  String value(String name) {
    String prefix = name.toLowerCase(Locale.ROOT) + ":";
    for (String header : headers) {
      if (header.toLowerCase(Locale.ROOT).startsWith(prefix)) {
        return header.substring(prefix.length()).strip();
      }
    }
    return "";
  }

  HttpHead without(String name) {
    String prefix = name.toLowerCase(Locale.ROOT) + ":";
    List<String> rest = new ArrayList<>(headers);
    rest.removeIf(header -> header.toLowerCase(Locale.ROOT).startsWith(prefix));
    return new HttpHead(start, rest);
  }

  /** Of a request: GET. */
  String method() {
    return start.split(" ", 3)[0];
  }

  /** Of a request: its path and query. */
  String target() {
    return start.split(" ", 3)[1];
  }

  /** Of an answer: 200. */
  int status() {
    return Integer.parseInt(start.split(" ", 3)[1]);
  }

  /** Whether the connection ends after the message. */
  boolean closes() {
    return value("Connection").equalsIgnoreCase("close");
  }

  boolean chunked() {
    return value("Transfer-Encoding").equalsIgnoreCase("chunked");
  }

  /** How long the body is; -1 where that is not told. */
  long length() {
    String length = value("Content-Length");
    return length.isEmpty() ? -1 : Long.parseLong(length);
  }
}
