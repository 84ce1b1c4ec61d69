package dev.pannier.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.lint.RulePage;
import dev.pannier.engine.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written about rules is so. */
class RuleExamplesTest {
  private static final RuleExamples EXAMPLES = new RuleExamples();

  @TempDir Path folder;

  static Stream<RulePage> pages() {
    return RulePage.all().stream();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void the_bad_example_is_found(RulePage page) {
    assertThat(review(page.bad(), page))
        .isNotEmpty()
        .allSatisfy(problem -> assertThat(problem.severity()).isEqualTo(page.rule().severity()));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void the_good_example_is_not(RulePage page) {
    assertThat(review(page.good(), page)).isEmpty();
  }

  private List<Problem> review(Map<String, String> files, RulePage page) {
    List<Problem> all = EXAMPLES.review(files, folder);
    assertThat(all).filteredOn(problem -> problem.code().startsWith("template.")).isEmpty();
    return all.stream().filter(problem -> problem.code().equals(page.rule().code())).toList();
  }
}
