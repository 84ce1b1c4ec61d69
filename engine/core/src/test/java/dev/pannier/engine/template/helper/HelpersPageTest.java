package dev.pannier.engine.template.helper;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** docs/helpers.md is made from the table of helpers; {@code -Dgoldens.update=true} writes it. */
class HelpersPageTest {

  private static final Path PAGE = Path.of("..", "..", "docs", "helpers.md");

  @Test
  void the_page_tells_what_the_code_has() throws IOException {
    String made = page();
    if (Boolean.getBoolean("goldens.update")) {
      Files.writeString(PAGE, made);
    }
    assertThat(made).isEqualTo(Files.readString(PAGE));
  }

  private static String page() {
    StringBuilder page =
        new StringBuilder(
            """
            # Helpers

            This page is made from the code, and a test runs each example; `pannier helpers` prints it, `pannier helpers NAME` all about
            one helper.

            Helpers have Sprig's and Helm's names, order of arguments and results, in Handlebars' form: `{{trunc 63 name}}`, inside each
            other with parentheses: `{{trunc 63 (lower name)}}`. All that Helm knows is there, but for `call`, since values hold no
            functions. Values never change: `set` and `merge` give a new map.

            In a signature, brackets stand around what may be left out, and dots behind what may stand many times.

            """);
    for (String title : titles()) {
      page.append("- [").append(title).append("](#").append(anchor(title)).append(")\n");
    }
    String group = "";
    for (HelperPage helper : pages()) {
      if (!helper.group().equals(group)) {
        group = helper.group();
        page.append("\n## ").append(group).append("\n\n");
        page.append("| call | gives | example | result |\n|---|---|---|---|\n");
      }
      String mark = helper.difference().isEmpty() ? "" : " [\u2260](#unlike-helm)";
      page.append("| ").append(code(helper.signature()));
      page.append(" | ").append(cell(helper.summary())).append(mark);
      page.append(" | ").append(code(helper.example()));
      page.append(" | ").append(code(helper.exampleResult())).append(" |\n");
    }
    return page.append(differences()).toString();
  }

  private static String differences() {
    Map<String, List<String>> names = new LinkedHashMap<>();
    for (HelperPage helper : pages()) {
      if (!helper.difference().isEmpty()) {
        names.computeIfAbsent(helper.difference(), _ -> new ArrayList<>()).add(helper.name());
      }
    }
    StringBuilder out =
        new StringBuilder(
            """

            ## Unlike Helm

            Every other result is Helm's to the letter: a test asks Helm itself. These differ, so that YAML stays right, a render gives
            the same each time, or a mistake shows:

            | helpers | difference |
            |---|---|
            """);
    names.forEach((difference, helpers) -> {
      String listed = helpers.stream().map(name -> "`" + name + "`").collect(joining(", "));
      out.append("| ").append(listed).append(" | ").append(cell(difference)).append(" |\n");
    });
    return out.toString();
  }

  private static List<HelperPage> pages() {
    List<HelperPage> pages = new ArrayList<>();
    EngineHelpers.NAMES.forEach(name -> pages.add(EngineHelpers.find(name).orElseThrow()));
    HelperTable.all().forEach(spec -> pages.add(spec.page()));
    return pages;
  }

  private static List<String> titles() {
    List<String> titles =
        new ArrayList<>(pages().stream().map(HelperPage::group).distinct().toList());
    titles.add("Unlike Helm");
    return titles;
  }

  private static String anchor(String title) {
    return title.toLowerCase(Locale.ROOT).replace(",", "").replace(' ', '-');
  }

  private static String code(String text) {
    return text.isEmpty() ? "" : "`" + cell(text) + "`";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", "↵");
  }
}
