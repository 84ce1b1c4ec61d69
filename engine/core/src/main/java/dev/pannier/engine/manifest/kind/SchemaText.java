package dev.pannier.engine.manifest.kind;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The text of all schemas of all releases, cut into blocks that are read when somebody asks for
 * them. Immutable.
 */
final class SchemaText {

  private static final int KINDS_BLOCK = 1;
  private static final int FIRST_TYPE = 2;
  private static final String TYPE = "type ";

  private final String text;
  private final int[] starts;
  private final KubeVersion oldest;
  private final KubeVersion newest;

  SchemaText(String text) {
    this.text = text;
    this.starts = starts(text);
    String head = block(0);
    String[] words = head.substring(head.lastIndexOf('\n') + 1).split("[ -]");
    this.oldest = new KubeVersion(Integer.parseInt(words[1]));
    this.newest = new KubeVersion(Integer.parseInt(words[2]));
  }

  /** The schemas of the kinds that are built into Kubernetes. */
  static SchemaText builtIn() {
    return new SchemaText(resource("kinds.txt"));
  }

  static String resource(String name) {
    try (InputStream in = SchemaText.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the schemas are not in the jar: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int[] starts(String text) {
    int[] starts = new int[1024];
    int count = 0;
    int at = 0;
    do {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, 2 * count);
      }
      starts[count++] = at;
      at = text.indexOf("\n\n", at) + 2;
    } while (at > 1);
    return Arrays.copyOf(starts, count);
  }

  private String block(int index) {
    int end = index + 1 < starts.length ? starts[index + 1] : text.length();
    return text.substring(starts[index], end).stripTrailing();
  }

  KubeVersion oldest() {
    return oldest;
  }

  KubeVersion newest() {
    return newest;
  }

  /** The lines of all kinds. */
  String kinds() {
    return block(KINDS_BLOCK);
  }

  /** The block of a type; null where there is none of this name. */
  @Nullable String type(String name) {
    int low = FIRST_TYPE;
    int high = starts.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = nameAt(middle).compareTo(name);
      if (order == 0) {
        return block(middle);
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return null;
  }

  private String nameAt(int index) {
    int start = starts[index] + TYPE.length();
    int end = start;
    while (end < text.length() && text.charAt(end) > ' ') {
      end++;
    }
    return text.substring(start, end);
  }
}
