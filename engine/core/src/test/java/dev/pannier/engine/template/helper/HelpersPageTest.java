package dev.pannier.engine.template.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

            This page is made from the code (`HelperTable`), and a test runs each example. Helpers have Sprig's and Helm's names,
            order of arguments and results, in Handlebars' form: `{{trunc 63 name}}`, inside each other with parentheses:
            `{{trunc 63 (lower name)}}`. Values never change: `set` and `merge` give a new map.

            What needs the chart or the release is told in [chart-format.md](chart-format.md): `if`, `unless`, `each`, `with`, `include`,
            `tpl`, `lookup`, `generated`, `Files.Get` and its kin.
            """);
    for (HelperGroup group : HelperGroup.values()) {
      page.append("\n## ").append(group.title()).append("\n\n");
      page.append("| call | gives | example | result |\n|---|---|---|---|\n");
      for (String name : group.names()) {
        HelperSpec spec = HelperTable.find(name).orElseThrow();
        page.append("| ").append(code(spec.signature()));
        page.append(" | ").append(cell(spec.summary()));
        page.append(" | ").append(code(spec.example()));
        page.append(" | ").append(code(spec.exampleResult())).append(" |\n");
      }
    }
    return page.toString();
  }

  private static String code(String text) {
    return text.isEmpty() ? "" : "`" + cell(text) + "`";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", "↵");
  }
}
