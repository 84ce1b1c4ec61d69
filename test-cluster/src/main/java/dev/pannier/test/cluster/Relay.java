package dev.pannier.test.cluster;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Passes bodies on, as they come: a watch is seen at once. */
final class Relay {

  private Relay() {}

  /** Passes the body of a request on. */
  static void request(HttpHead head, InputStream in, OutputStream out) throws IOException {
    if (head.chunked()) {
      chunks(in, out);
    } else if (head.length() > 0) {
      bytes(in, out, head.length());
    }
  }

  /**
   * Passes the body of an answer on.
   *
   * @return how many bytes it had
   */
  static long answer(HttpHead head, String method, InputStream in, OutputStream out)
      throws IOException {
    int status = head.status();
    if (method.equals("HEAD") || status == 204 || status == 304) {
      return 0;
    }
    if (head.chunked()) {
      return chunks(in, out);
    }
    return head.length() >= 0 ? bytes(in, out, head.length()) : all(in, out);
  }

  private static long bytes(InputStream in, OutputStream out, long length) throws IOException {
    byte[] buffer = new byte[16384];
    long rest = length;
    while (rest > 0) {
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, rest));
      if (read < 0) {
        throw new EOFException();
      }
      out.write(buffer, 0, read);
      out.flush();
      rest -= read;
    }
    return length;
  }

  private static long chunks(InputStream in, OutputStream out) throws IOException {
    long sum = 0;
    long size = -1;
    while (size != 0) {
      String line = HttpHead.line(in).orElseThrow(EOFException::new);
      size = Long.parseLong(line.split(";", 2)[0].strip(), 16);
      out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
      sum += bytes(in, out, size);
      // The end of the chunk; after the last one, there are no trailers with an API server.
      bytes(in, out, 2);
    }
    return sum;
  }

  /** Until the end. */
  static long all(InputStream in, OutputStream out) throws IOException {
    byte[] buffer = new byte[16384];
    long sum = 0;
    int read = in.read(buffer);
    while (read >= 0) {
      out.write(buffer, 0, read);
      out.flush();
      sum += read;
      read = in.read(buffer);
    }
    return sum;
  }

  static InputStream buffered(InputStream in) {
    return new BufferedInputStream(in, 16384);
  }
}
