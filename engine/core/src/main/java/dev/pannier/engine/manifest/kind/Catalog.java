package dev.pannier.engine.manifest.kind;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The text of all schemas, cut into blocks. A type is decoded when somebody asks for it, so that a
 * chart pays for its own kinds only. Safe for threads.
 */
final class Catalog {

  private static final int KINDS_BLOCK = 1;
  private static final int FIRST_TYPE = 2;
  private static final String TYPE = "type ";

  /**
   * A kind that can be created.
   *
   * @param type the name of its type
   */
  record Entry(String apiVersion, String kind, boolean namespaced, String type) {}

  private final String text;
  private final int[] starts;
  private final String version;
  private final Map<String, Entry> kinds;
  private final ConcurrentHashMap<String, StructType> types = new ConcurrentHashMap<>();

  Catalog(String text) {
    this.text = text;
    this.starts = starts(text);
    String head = block(0);
    this.version = head.substring(head.lastIndexOf(' ') + 1);
    this.kinds = kinds(block(KINDS_BLOCK));
  }

  /** The catalog of the kinds that are built into Kubernetes. */
  static Catalog builtIn() {
    return new Catalog(resource("kinds.txt"));
  }

  static String resource(String name) {
    try (InputStream in = Catalog.class.getResourceAsStream(name)) {
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

  private static Map<String, Entry> kinds(String block) {
    Map<String, Entry> kinds = new LinkedHashMap<>();
    for (String line : block.split("\n")) {
      String[] words = line.split(" ");
      boolean namespaced = words[3].equals("namespaced");
      kinds.put(words[1] + " " + words[2], new Entry(words[1], words[2], namespaced, words[4]));
    }
    return Collections.unmodifiableMap(kinds);
  }

  private String block(int index) {
    int end = index + 1 < starts.length ? starts[index + 1] : text.length();
    return text.substring(starts[index], end).stripTrailing();
  }

  /** The release of Kubernetes: {@code v1.36.3}. */
  String version() {
    return version;
  }

  /** All kinds, by API version and kind. */
  Iterable<Entry> kinds() {
    return kinds.values();
  }

  @Nullable Entry kind(String apiVersion, String kind) {
    return kinds.get(apiVersion + " " + kind);
  }

  /** The type of a name that the schemas themselves use. */
  StructType type(String name) {
    StructType known = types.get(name);
    return known != null ? known : types.computeIfAbsent(name, this::decode);
  }

  StructType type(FieldType.Named type) {
    return type(type.name());
  }

  private StructType decode(String name) {
    int low = FIRST_TYPE;
    int high = starts.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = nameAt(middle).compareTo(name);
      if (order == 0) {
        return StructType.read(block(middle));
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    throw new IllegalStateException("no type of this name in the schemas: " + name);
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
