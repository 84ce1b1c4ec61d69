package dev.pannier.engine.authoring;

import dev.pannier.engine.problem.DiskReason;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.TextNode;
import dev.pannier.engine.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder of somebody's own that charts begin as; a whole chart will do.
 *
 * @param folder where it lies
 * @param shown what people call it
 */
public record StarterFolder(Path folder, String shown) implements Starter {
  private static final String CHART_YAML = "Chart.yaml";

  @Override
  public SortedMap<String, byte[]> files(String chart) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        files.put(name.replace(PLACEHOLDER, chart), named(Files.readAllBytes(file), chart));
      }
    } catch (IOException | UncheckedIOException e) {
      throw Problem.error(
              "authoring.unreadable",
              "The starter `" + shown + "` cannot be read: " + DiskReason.of(e) + ".")
          .exception(e);
    }
    byte[] metadata = files.get(CHART_YAML);
    if (metadata == null) {
      throw Problem.error("authoring.no-starter", "`" + shown + "` is no starter: no Chart.yaml.")
          .at(Source.named(shown).whole())
          .hint("Give the folder of a chart, or one of `" + words() + "`.")
          .exception();
    }
    files.put(CHART_YAML, renamed(new String(metadata, StandardCharsets.UTF_8), chart));
    return files;
  }

  private static String words() {
    return String.join("`, `", StarterKind.words());
  }

  /** Its text with the chart's name; what is no text stays as it is. */
  private static byte[] named(byte[] content, String chart) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      return text.contains(PLACEHOLDER)
          ? text.replace(PLACEHOLDER, chart).getBytes(StandardCharsets.UTF_8)
          : content;
    } catch (CharacterCodingException e) {
      return content;
    }
  }

  private byte[] renamed(String text, String chart) {
    Source source = new Source(shown + "/" + CHART_YAML, text);
    String after = text;
    if (YamlReader.read(source) instanceof MapNode metadata
        && metadata.get("name") instanceof TextNode name
        && !name.text().equals(chart)) {
      String[] lines = text.split("\n", -1);
      int line = name.origin().line() - 1;
      lines[line] = "name: " + chart;
      after = String.join("\n", lines);
    }
    return after.getBytes(StandardCharsets.UTF_8);
  }
}
