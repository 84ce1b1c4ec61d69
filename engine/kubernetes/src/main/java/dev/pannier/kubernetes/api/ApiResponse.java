package dev.pannier.kubernetes.api;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.JsonReader;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an API server answered.
 *
 * @param status of HTTP
 * @param headers their names in lower case
 * @param text the body as it came
 * @param repeated whether an earlier attempt, of which no answer came, may have had its effect: a
 *     "not there" may then mean that it is gone by this very request
 */
public record ApiResponse(
    int status, Map<String, List<String>> headers, String text, boolean repeated) {

  ApiResponse asRepeated() {
    return new ApiResponse(status, headers, text, true);
  }

  /** Whether what was asked for is so. */
  public boolean isOk() {
    return status >= 200 && status < 300;
  }

  /**
   * The body where it is a JSON object, else an empty one: what stands between may refuse in
   * whatever it likes.
   *
   * @throws ChartException of reason UNAVAILABLE where what was granted cannot be read
   */
  public MapNode object() {
    if (!text.startsWith("{")) {
      return MapNode.EMPTY;
    }
    try {
      Node node = JsonReader.read(new Source("", text));
      return node instanceof MapNode map ? map : MapNode.EMPTY;
    } catch (ChartException e) {
      if (isOk()) {
        throw Failures.unreadable(e);
      }
      return MapNode.EMPTY;
    }
  }

  /** The first value of a header. */
  public Optional<String> header(String name) {
    List<String> values = headers.get(name);
    return values == null || values.isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
  }

  /** Of a refusal: {@code NotFound}, {@code AlreadyExists}, {@code Conflict}; else empty. */
  public String reason() {
    return object().text("reason").orElse("");
  }

  /** What the server wants to be known besides, such as that an API is deprecated. */
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    for (String value : headers.getOrDefault("warning", List.of())) {
      warnings.addAll(WarningHeader.texts(value));
    }
    return warnings;
  }

  /** The status; never the body, which may be a Secret. */
  @Override
  public String toString() {
    return Integer.toString(status);
  }
}
