package dev.pannier.engine.unit.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegexReaderTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "^$|^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$",
        "^$|^sha256:[0-9a-f]{64}$",
        "^[0-9]+%$",
        "^[-._a-zA-Z][-._a-zA-Z0-9]*$",
        "^/",
        "^(@(yearly|every [0-9hms]+)|[^ =]+( [^ =]+){4})$",
        "^[1-9][0-9]*(Mi|Gi|Ti)$",
        "^(?:a|b)+?c*+$",
        "^(?<name>x{2,})$",
        "^[^a-z]\\d\\w\\s\\D\\W\\S\\.\\n\\x41\\u00e9$",
        "^[\\]\\-a\\d]+$",
        "^[]a]+$",
        "^[a-]$",
        "^.\\b.*$",
        "^\\{\\}{2}$",
        "",
      })
  void what_is_written_matches(String regex) {
    RegexNode node = RegexReader.read(regex).orElseThrow();
    Pick pick = new Pick(new SplittableRandom(7));
    int matches = 0;
    for (int i = 0; i < 100; i++) {
      StringBuilder text = new StringBuilder();
      node.write(pick, text);
      matches += Pattern.compile(regex).matcher(text).find() ? 1 : 0;
    }
    // A boundary in the middle is a matter of luck; all else always matches.
    assertThat(matches).isGreaterThanOrEqualTo(regex.contains("\\b") ? 20 : 100);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(?=a)b",
        "(?!a)b",
        "(?<=a)b",
        "(?<!a)b",
        "(?i)a",
        "\\1",
        "\\p{L}",
        "[a&&b]",
        "(a",
        "a)",
        "a{1000}",
        "*",
        "[",
        "[a",
        "[[:alpha:]]",
        "\\"
      })
  void what_cannot_be_written_from_is_left_alone(String regex) {
    assertThat(RegexReader.read(regex)).isEmpty();
  }
}
