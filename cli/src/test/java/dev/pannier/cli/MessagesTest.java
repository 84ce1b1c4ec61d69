package dev.pannier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.cli.message.MessageArea;
import dev.pannier.cli.message.MessageCatalogue;
import dev.pannier.cli.message.MessageEntry;
import dev.pannier.cli.message.MessageExample;
import dev.pannier.engine.lint.Rule;
import dev.pannier.test.Goldens;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalogue of messages: whole, true, and shown on docs/messages.md. */
class MessagesTest {
  private static final int FEWEST_EXAMPLES = 140;

  private final MessageCatalogue catalogue = MessageCatalogue.load();

  @TempDir private Path directory;

  @Test
  void it_holds_the_codes_that_the_sources_raise_and_no_others() throws IOException {
    Set<String> areas = new TreeSet<>();
    ours().forEach(area -> areas.add(area.name()));
    Set<String> raised = ProblemCodes.ofAllModules(areas);
    for (Rule rule : Rule.values()) {
      raised.add(rule.code());
    }
    Set<String> told = new TreeSet<>();
    catalogue.entries().forEach(entry -> told.add(entry.code()));
    assertThat(without(raised, told)).as("codes of the sources, not in the catalogue").isEmpty();
    assertThat(without(told, raised)).as("codes of the catalogue, not in the sources").isEmpty();
  }

  /** All areas but the rules of lint, which have tests and a page of their own. */
  private List<MessageArea> ours() {
    return catalogue.areas().stream()
        .filter(area -> !area.name().equals(MessageCatalogue.LINT))
        .toList();
  }

  private static Set<String> without(Set<String> some, Set<String> others) {
    Set<String> left = new TreeSet<>(some);
    left.removeAll(others);
    return left;
  }

  @Test
  void each_code_belongs_to_its_area() {
    for (MessageArea area : ours()) {
      assertThat(area.entries())
          .extracting(MessageEntry::code)
          .allMatch(code -> code.startsWith(area.name() + "."));
    }
  }

  @Test
  void texts_are_sentences_and_titles_are_not() {
    for (MessageEntry entry : ours().stream().flatMap(area -> area.entries().stream()).toList()) {
      assertThat(entry.title()).as(entry.code()).doesNotEndWith(".").matches("[A-Z`].*");
      assertThat(entry.cause()).as(entry.code()).endsWith(".").doesNotContain("\n");
      assertThat(entry.cure()).as(entry.code()).endsWith(".").doesNotContain("\n");
    }
  }

  @Test
  void each_example_raises_its_problem_and_the_page_shows_how() throws Exception {
    Map<String, String> outputs = new TreeMap<>();
    TreeSet<String> untrue = new TreeSet<>();
    for (MessageEntry entry : catalogue.entries()) {
      if (entry.example() instanceof MessageExample.Shown shown) {
        String output = ExampleRun.of(shown, ExampleRun.folder(directory, entry.code()));
        outputs.put(entry.code(), output);
        if (!output.contains("[" + entry.code() + "]: ")) {
          untrue.add(entry.code() + "\n" + output);
        }
      }
    }
    assertThat(untrue).isEmpty();
    Goldens.at(Path.of("..", "docs")).check("messages.md", MessagePage.of(catalogue, outputs));
    assertThat(outputs).hasSizeGreaterThan(FEWEST_EXAMPLES);
  }

  @Test
  void the_command_explains_a_code_and_lists_an_area() {
    Terminal terminal = new Terminal(directory);
    terminal.run("messages error[template.missing-value]:");
    terminal.run("messages output");
    terminal.run("messages output.lost -o yaml");
    terminal.run("messages output -o json");
    Goldens.in("messages").check("command.txt", terminal.transcript());
    assertThat(terminal.run("messages").out().lines().filter(line -> line.startsWith("  ")))
        .hasSameSizeAs(catalogue.entries());
  }

  @Test
  void few_entries_have_no_example() {
    List<String> without =
        catalogue.entries().stream()
            .filter(entry -> entry.example() instanceof MessageExample.None)
            .map(MessageEntry::code)
            // Whose server would there be to ask?
            .filter(code -> !code.startsWith("cluster.") && !code.startsWith("release.sql-"))
            .filter(
                code -> !List.of("release.no-namespace", "release.broken-journal").contains(code))
            .toList();
    assertThat(without).hasSizeLessThanOrEqualTo(30);
  }
}
