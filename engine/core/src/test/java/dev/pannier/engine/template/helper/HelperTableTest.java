package dev.pannier.engine.template.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class HelperTableTest {

  /** The functions that public charts use most, but for those that belong to the engine. */
  private static final String MOST_USED =
      "nindent dict quote toYaml and printf default indent not eq or list trimSuffix trunc empty"
          + " b64enc print contains ne ternary omit int semverCompare hasKey replace toString"
          + " sha256sum append dig index fail coalesce trim required join set fromYaml"
          + " mergeOverwrite gt kindIs genSignedCert upper randAlphaNum genCA until len has"
          + " deepCopy concat mustMergeOverwrite lower regexFind without uniq get int64 merge add"
          + " typeOf toJson hasPrefix hasSuffix trimPrefix float64 sub typeIs mulf mul";

  private static final Collection<HelperSpec> ALL = HelperTable.all();

  @TestFactory
  Stream<DynamicTest> each_example_gives_what_the_documentation_shows() {
    return ALL.stream()
        .map(spec ->
            DynamicTest.dynamicTest(
                spec.name(),
                () ->
                    assertThat(Calls.shown(spec.example()))
                        .as(spec.example())
                        .isEqualTo(spec.exampleResult())));
  }

  @Test
  void each_example_calls_its_helper() {
    assertThat(ALL)
        .allSatisfy(
            spec -> assertThat(spec.example()).containsPattern("\\b" + spec.name() + "\\b"));
  }

  @Test
  void the_most_used_functions_of_charts_are_all_there() {
    assertThat(MOST_USED.split(" "))
        .allSatisfy(name -> assertThat(HelperTable.find(name)).as(name).isPresent());
  }

  @Test
  void each_name_is_listed_once_and_found_again() {
    List<String> names = ALL.stream().map(HelperSpec::name).toList();

    assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(150);
    assertThat(names)
        .allSatisfy(name ->
            assertThat(HelperTable.find(name).orElseThrow())
                .returns(name, HelperSpec::name)
                .satisfies(spec -> assertThat(spec.signature()).startsWith(name)));
  }

  @Test
  void a_name_that_is_part_of_another_is_not_found() {
    assertThat(HelperTable.find("trimS")).isEmpty();
    assertThat(HelperTable.find("lice")).isEmpty();
    assertThat(HelperTable.find("")).isEmpty();
    assertThat(HelperTable.find("and or")).isEmpty();
    assertThat(HelperTable.find("if")).isEmpty();
  }

  @Test
  void each_summary_is_whole_sentences() {
    assertThat(ALL).allSatisfy(spec -> assertThat(spec.summary()).matches("(?s)[A-Z].*\\."));
  }

  @Test
  void tests_and_defaults_may_ask_for_what_is_absent() {
    assertThat(missing("default").accepts(1, 2)).isTrue();
    assertThat(missing("default").accepts(0, 2)).isFalse();
    assertThat(missing("coalesce").accepts(0, 3)).isTrue();
    assertThat(missing("required").accepts(1, 2)).isTrue();
    assertThat(missing("trunc").accepts(1, 2)).isFalse();
    assertThat(missing("eq").accepts(0, 2)).isFalse();
  }

  private static Missing missing(String name) {
    return HelperTable.find(name).orElseThrow().acceptsMissing();
  }
}
