package dev.pannier.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Source;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProblemPrinterTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private String columns = "100";

  @Test
  void an_error_shows_its_line_a_caret_the_notes_and_the_hint() {
    thenShown(
        Problem.error("template.missing", "`Values.image.tga` is not set.")
            .at(
                at(
                    "charts/web/templates/deployment.yaml.hbs",
                    23,
                    "          image: {{|Values.image.tga}}"))
            .note("the map `image` is written here", Source.named("values.yaml").at(4, 1))
            .hint("Did you mean `tag`?"),
        """
        error[template.missing]: `Values.image.tga` is not set.
          --> charts/web/templates/deployment.yaml.hbs:23:20
           |
        23 |           image: {{Values.image.tga}}
           |                    ^
           = values.yaml:4:1: the map `image` is written here
           = help: Did you mean `tag`?
        """);
  }

  @Test
  void without_a_place_there_is_only_the_sentence() {
    thenShown(Problem.warning("x.y", "Something is odd."), "warning[x.y]: Something is odd.\n");
  }

  @Test
  void a_place_without_a_column_has_no_caret() {
    Location line = new Source("a.yaml", "a: 1\nb: 2").at(2, 0);
    thenShown(
        Problem.error("x.y", "This line is wrong.").at(line),
        """
        error[x.y]: This line is wrong.
         --> a.yaml:2
          |
        2 | b: 2
        """);
  }

  @Test
  void several_problems_are_apart_and_counted() {
    print(
        Problem.error("a.b", "One."),
        Problem.error("a.b", "Two."),
        Problem.warning("a.b", "Three."));
    assertThat(shown())
        .isEqualTo(
            "error[a.b]: One.\n\n"
                + "error[a.b]: Two.\n\n"
                + "warning[a.b]: Three.\n\n"
                + "2 errors, 1 warning.\n");
  }

  @Test
  void the_caret_stands_below_its_character_after_tabs_and_wide_characters() {
    thenCaretBelow("\ta: |b", "    a: b");
    thenCaretBelow("名前: |x", "名前: x");
    thenCaretBelow("a: 🚀|x", "a: 🚀x");
    thenCaretBelow("e\u0301: |x", "e\u0301: x");
    thenCaretBelow("👩\u200d🚀: |x", "👩\u200d🚀: x");
  }

  @Test
  void control_characters_are_visible_and_harmless() {
    thenCaretBelow("a: \u001b[2J|x", "a: ␛[2Jx");
    thenCaretBelow("a: \u202e|x", "a: <U+202E>x");
    thenShown(
        Problem.error("a.b", "The key `\u001b[31m` is bad."),
        "error[a.b]: The key `␛[31m` is bad.\n");
  }

  @Test
  void a_long_line_is_cut_around_the_caret() {
    columns = "40";
    String line = "0123456789".repeat(10);
    print(Problem.error("a.b", "Wrong.").at(new Source("f", line).at(1, 56)));
    assertThat(shown())
        .isEqualTo(
            """
            error[a.b]: Wrong.
             --> f:1:56
              |
            1 | …8901234567890123456789012345678901…
              |                   ^
            """);
    String[] lines = shown().split("\n");
    assertThat(lines[3].charAt(lines[4].indexOf('^'))).isEqualTo('5');
  }

  @Test
  void wherever_the_caret_is_it_stays_below_its_character_and_within_the_width() {
    columns = "40";
    String line = "abc名前def🚀ghi".repeat(12);
    for (int column = 1; column <= line.length(); column++) {
      if (!Character.isLowSurrogate(line.charAt(column - 1))) {
        Excerpt excerpt = Excerpt.of(new Source("f", line).at(1, column), 36);
        assertThat(VisibleText.width(excerpt.line())).isLessThanOrEqualTo(36);
        assertThat(characterAt(excerpt.line(), excerpt.caret()))
            .as("column " + column + " of " + excerpt)
            .isEqualTo(line.codePointAt(column - 1));
      }
    }
  }

  private static int characterAt(String line, int caret) {
    int column = 0;
    for (int i = 0; i < line.length(); ) {
      int point = line.codePointAt(i);
      if (column == caret) {
        return point;
      }
      column += VisibleText.columnsOf(point);
      i += Character.charCount(point);
    }
    return -1;
  }

  @Test
  void colours_are_used_only_when_asked_for() {
    new ProblemPrinter(shell(), Paint.COLORED).print(List.of(Problem.error("a.b", "Wrong.")));
    assertThat(shown()).isEqualTo("\u001b[1;31merror[a.b]\u001b[0m\u001b[1m: Wrong.\u001b[0m\n");
  }

  @Test
  void an_absolute_path_is_shown_from_the_working_directory_where_that_is_shorter() {
    print(Problem.error("a.b", "Wrong.").at(Source.named("/home/me/charts/web/x.yaml").at(3, 1)));
    assertThat(shown()).isEqualTo("error[a.b]: Wrong.\n --> charts/web/x.yaml:3:1\n");
    err.reset();
    print(Problem.error("a.b", "Wrong.").at(Source.named("/etc/x.yaml").at(3, 1)));
    assertThat(shown()).isEqualTo("error[a.b]: Wrong.\n --> /etc/x.yaml:3:1\n");
  }

  private void thenCaretBelow(String marked, String expectedLine) {
    err.reset();
    print(Problem.error("a.b", "Wrong.").at(at("f", 1, marked)));
    String[] lines = shown().split("\n");
    assertThat(lines[3]).isEqualTo("1 | " + expectedLine);
    int caret = lines[4].indexOf('^');
    String before = expectedLine.substring(0, expectedLine.length() - 1);
    assertThat(caret).isEqualTo("1 | ".length() + VisibleText.width(before));
  }

  private void thenShown(Problem problem, String expected) {
    err.reset();
    print(problem);
    assertThat(shown()).isEqualTo(expected);
  }

  private void print(Problem... problems) {
    new ProblemPrinter(shell(), Paint.PLAIN).print(List.of(problems));
  }

  private String shown() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private Shell shell() {
    return new Shell(
        new ByteArrayInputStream(new byte[0]),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        Map.of("COLUMNS", columns),
        Path.of("/home/me"),
        false,
        false,
        Clock.systemUTC(),
        _ -> {},
        new java.util.Random(1),
        new Ending());
  }

  /** A place at the {@code |} of a line. */
  private static Location at(String name, int line, String marked) {
    int column = marked.indexOf('|') + 1;
    return new Source(name, "\n".repeat(line - 1) + marked.replace("|", "")).at(line, column);
  }
}
