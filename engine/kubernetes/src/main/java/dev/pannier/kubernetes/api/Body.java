package dev.pannier.kubernetes.api;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** The body of an answer, while it comes in. */
final class Body {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  synchronized void take(List<ByteBuffer> parts, AsyncBody body) {
    for (ByteBuffer part : parts) {
      byte[] copy = new byte[part.remaining()];
      part.get(copy);
      bytes.writeBytes(copy);
    }
    body.consume();
  }

  synchronized ApiResponse response(HttpResponse<?> response) throws IOException {
    Map<String, List<String>> headers = new HashMap<>();
    response
        .headers()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
    boolean packed = headers.getOrDefault("content-encoding", List.of()).contains("gzip");
    return new ApiResponse(
        response.code(),
        Map.copyOf(headers),
        packed ? unpacked() : bytes.toString(StandardCharsets.UTF_8),
        false);
  }

  private String unpacked() throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
