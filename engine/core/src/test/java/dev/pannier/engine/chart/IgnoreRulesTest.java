package dev.pannier.engine.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IgnoreRulesTest {

  private static IgnoreRules rules(String text, Problems problems) {
    return IgnoreRules.parse(new Source(".helmignore", text), problems);
  }

  @ParameterizedTest(name = "{0}: {1} {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "helm.txt | helm.txt | ignored",
        "helm.* | helm.txt | ignored",
        "helm.* | rudder.txt | kept",
        "*.txt | tiller.txt | ignored",
        "*.txt | cargo/a.txt | ignored",
        "cargo/*.txt | cargo/a.txt | ignored",
        "cargo/*.* | cargo/a.txt | ignored",
        "cargo/*.txt | mast/a.txt | kept",
        "cargo/*.txt | cargo/deep/a.txt | kept",
        "ru[c-e]?er.txt | rudder.txt | ignored",
        "templates/.?* | templates/.dotfile | ignored",
        ".* | .gitignore | ignored",
        ".* | a/.hidden | ignored",
        "cargo | cargo/ | ignored",
        "cargo/ | cargo/ | ignored",
        "cargo/ | mast/ | kept",
        "helm.txt/ | helm.txt | kept",
        "!helm.txt | helm.txt | kept",
        "!helm.txt | tiller.txt | ignored",
        "!*.txt | cargo/ | ignored",
        "!cargo | cargo/ | kept",
        "!cargo/ | mast/ | ignored",
        "/a.txt | a.txt | ignored",
        "/a.txt | cargo/a.txt | kept",
        "/cargo/a.txt | cargo/a.txt | ignored",
        "/cargo/*.txt | a.txt | kept",
        "# note | # note | kept",
        "*** x | x | kept",
      })
  void a_rule_leaves_out_what_helms_rule_does(String rule, String path, String outcome) {
    boolean folder = path.endsWith("/");
    String name = folder ? path.substring(0, path.length() - 1) : path;
    assertThat(rules(rule, new Problems()).ignores(name, folder))
        .isEqualTo(outcome.equals("ignored"));
  }

  @Test
  void hidden_files_in_templates_are_left_out_without_any_rule() {
    assertThat(IgnoreRules.builtIn().ignores("templates/.swp", false)).isTrue();
    assertThat(IgnoreRules.builtIn().ignores("templates/a/.swp", false)).isFalse();
    assertThat(IgnoreRules.builtIn().ignores(".swp", false)).isFalse();
  }

  @Test
  void every_line_that_is_wrong_is_told_with_its_place() {
    Problems problems = new Problems();
    rules("a\n  **/b\r\n[c\nd\\\n!e\n", problems);
    assertThat(problems.all())
        .extracting(Problem::code, problem -> problem.location().toString())
        .containsExactly(
            tuple("chart.helmignore-double-star", ".helmignore:2:3"),
            tuple("chart.helmignore-pattern", ".helmignore:3:1"),
            tuple("chart.helmignore-pattern", ".helmignore:4:1"),
            tuple("chart.helmignore-negation", ".helmignore:5:1"));
  }

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource({
    "abc, abc, true",
    "*, abc, true",
    "*c, abc, true",
    "a*, a, true",
    "a*, ab/c, false",
    "a*/b, abc/b, true",
    "a*/b, a/c/b, false",
    "a*b*c*d*e*/f, axbxcxdxe/f, true",
    "a*b*c*d*e*/f, axbxcxdxexxx/f, true",
    "a*b*c*d*e*/f, axbxcxdxe/xxx/f, false",
    "a*b?c*x, abxbbxdbxebxczzx, true",
    "a*b?c*x, abxbbxdbxebxczzy, false",
    "ab[c], abc, true",
    "ab[b-d], abc, true",
    "ab[e-g], abc, false",
    "ab[^c], abc, false",
    "ab[^e-g], abc, true",
    "a\\*b, a*b, true",
    "a\\*b, ab, false",
    "a?b, a☺b, true",
    "a[^a]b, a☺b, true",
    "a???b, a☺b, false",
    "a[^a][^a][^a]b, a☺b, false",
    "[a-ζ]*, α, true",
    "*[a-ζ], A, false",
    "a?b, a/b, false",
    "a*b, a/b, false",
    "[\\]a], ], true",
    "[\\-], -, true",
    "[x\\-], z, false",
    "[\\-x], a, false",
    "*x, xxx, true",
    "[!a], !, true",
  })
  void patterns_match_as_gos_do(String pattern, String path, boolean matches) {
    assertThat(PathPattern.parse(pattern).orElseThrow().matches(path)).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource({"[]a]", "[-]", "[x-]", "[-x]", "[a-b-c]", "[", "[^", "[^bc", "a[", "a\\"})
  void patterns_that_are_not_complete_are_none(String pattern) {
    assertThat(PathPattern.parse(pattern)).isEmpty();
  }
}
