package dev.pannier.engine.template.helper;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.toml.TomlFactory;
import com.fasterxml.jackson.dataformat.toml.TomlReadFeature;
import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.TextNode;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads TOML 1.0. Only what calls {@code fromToml} loads Jackson's reader. */
final class TomlReader {

  private static final TomlFactory FACTORY =
      TomlFactory.builder().enable(TomlReadFeature.PARSE_JAVA_TIME).build();

  private TomlReader() {}

  static Node read(String text) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      parser.nextToken();
      return node(parser);
    } catch (JsonProcessingException e) {
      throw unreadable(e);
    } catch (IOException e) {
      throw new IllegalStateException("a text is read without input", e);
    }
  }

  private static Node node(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> map(parser);
      case START_ARRAY -> list(parser);
      case VALUE_STRING -> TextNode.of(parser.getText());
      case VALUE_NUMBER_INT -> NumberNode.of(parser.getLongValue());
      case VALUE_NUMBER_FLOAT -> fraction(parser);
      case VALUE_TRUE, VALUE_FALSE -> BoolNode.of(parser.getBooleanValue());
      case VALUE_EMBEDDED_OBJECT -> TextNode.of(time(parser.getEmbeddedObject()));
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_NULL ->
          throw new IllegalStateException("TOML has no " + parser.currentToken());
    };
  }

  private static Node map(JsonParser parser) throws IOException {
    Map<String, Node> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      parser.nextToken();
      entries.put(key, node(parser));
    }
    return MapNode.of(entries);
  }

  private static Node list(JsonParser parser) throws IOException {
    List<Node> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(parser));
    }
    return ListNode.of(items);
  }

  private static Node fraction(JsonParser parser) throws IOException {
    double value = parser.getDoubleValue();
    if (!Double.isFinite(value)) {
      throw new HelperException("The number `" + value + "` of TOML has no form in YAML.");
    }
    return NumberNode.of(value);
  }

  /** In UTC where it has no offset, as Helm writes such times into JSON. */
  private static String time(Object time) {
    OffsetDateTime whole =
        switch (time) {
          case OffsetDateTime at -> at;
          case LocalDateTime at -> at.atOffset(ZoneOffset.UTC);
          case LocalDate day -> day.atStartOfDay().atOffset(ZoneOffset.UTC);
          case LocalTime at -> at.atDate(LocalDate.of(0, 1, 1)).atOffset(ZoneOffset.UTC);
          default -> throw new IllegalStateException("no time: " + time);
        };
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(whole);
  }

  private static HelperException unreadable(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    String place = at == null ? "" : " in line " + at.getLineNr();
    HelperException exception =
        new HelperException(
            "The argument of the helper `fromToml` is no TOML: %s%s."
                .formatted(e.getOriginalMessage().strip(), place));
    exception.initCause(e);
    return exception;
  }
}
