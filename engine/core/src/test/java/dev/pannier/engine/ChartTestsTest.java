package dev.pannier.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.chart.ChartLoader;
import dev.pannier.engine.problem.Note;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.unit.CaseResult;
import dev.pannier.engine.unit.CaseSearch;
import dev.pannier.engine.unit.FieldDifference;
import dev.pannier.engine.unit.TestCase;
import dev.pannier.test.Goldens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartTestsTest {
  @TempDir private Path folder;

  @BeforeEach
  void chart() {
    file("Chart.yaml", "apiVersion: v2\nname: web\nversion: 1.0.0\n");
    file(
        "values.yaml",
        """
        replicas: 2
        image: nginx
        port: 80
        debug: false
        password: ""
        """);
    file(
        "values.schema.json",
        """
        {"properties": {"replicas": {"type": "integer", "minimum": 0}}}
        """);
    file(
        "templates/deployment.yaml.hbs",
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: {{Release.Name}}
          labels: {app.kubernetes.io/name: web}
        spec:
          replicas: {{Values.replicas}}
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: web
                  image: {{Values.image}}
                  env: [{name: REVISION, value: "{{Release.Revision}}"}]
                {{#if Values.debug}}
                - name: debug
                  image: busybox
                {{/if}}
        """);
    file(
        "templates/service.yaml.hbs",
        """
        apiVersion: v1
        kind: Service
        metadata: {name: {{Release.Name}}}
        spec: {selector: {app: web}, ports: [{port: {{Values.port}}}]}
        """);
    file(
        "templates/secret.yaml.hbs",
        """
        {{#if Values.password}}
        apiVersion: v1
        kind: Secret
        metadata: {name: {{Release.Name}}, namespace: {{Release.Namespace}}}
        data: {password: {{b64enc Values.password}}}
        {{/if}}
        """);
    file("templates/NOTES.txt.hbs", "Listens on {{Values.port}}.\n");
  }

  @Test
  void cases_are_folders_and_entries_of_lists_in_the_order_of_their_names() {
    file("tests/b/values.yaml", "replicas: 1\n");
    file("tests/a/deep/case.yaml", "{}\n");
    file("tests/a/deep/deeper/expected.err", "");
    file("tests/list.yaml", "- name: first\n- values: {replicas: 3}\n");
    file("tests/b/more.yaml", "not: a list of cases\n");

    assertThat(tests().cases().cases())
        .extracting(TestCase::name)
        .containsExactly("a/deep", "a/deep/deeper", "b", "list/first", "list/2");
    assertThat(tests().cases().warnings()).isEmpty();
  }

  @Test
  void values_come_from_files_then_from_beside_then_from_flags() {
    file("prod.yaml", "replicas: 5\nimage: prod\nport: 81\n");
    file("tests/case/values.yaml", "image: beside\nport: 82\n");
    file(
        "tests/case/case.yaml",
        """
        values: [../../prod.yaml, {debug: true}]
        set: [port=83]
        setString: image=123
        release: {name: shop, revision: 7, isUpgrade: true}
        assert:
          - in: Deployment/shop
            fields:
              spec.replicas: 5
              spec.template.spec.containers[0].image: "123"
              spec.template.spec.containers[0].env[name=REVISION].value: "7"
              spec.template.spec.containers[1].name: debug
          - {in: Service, path: "spec.ports[0].port", equals: 83}
        """);
    thenPasses("case");
  }

  @Test
  void assertions_that_hold() {
    file("tests/good.yaml", goldenCases("good.yaml"));

    assertThat(tests().cases().cases()).hasSizeGreaterThan(5);
    for (TestCase testCase : tests().cases().cases()) {
      thenPasses(testCase.name());
    }
  }

  @Test
  void assertions_that_do_not_hold_are_told() {
    file("tests/bad.yaml", goldenCases("bad.yaml"));

    thenTold("bad.txt");
  }

  @Test
  void what_is_written_wrongly_is_told_with_what_was_meant() {
    file("tests/wrong.yaml", goldenCases("wrong.yaml"));
    file("tests/suite.yaml", "suite: of helm-unittest\ntests: []\n");
    file("tests/broken.yaml", "- {name: x\n");
    file("tests/no-file/case.yaml", "values: [other.yaml]\n");
    file("tests/no-map/case.yaml", "- a\n- b\n");
    file("tests/both/expected.yaml", "");
    file("tests/both/expected.err", "");

    thenTold("wrong.txt");
  }

  @Test
  void a_golden_is_compared_by_what_it_says() {
    file("tests/case/values.yaml", "debug: true\n");
    update("case");
    String golden = read("tests/case/expected.yaml");
    assertThat(golden).startsWith("---\n# Source: web/templates/service.yaml.hbs\n");
    file("tests/case/expected.yaml", golden.replaceAll("# Source.*\n", "").replace("80", "8_0"));
    thenPasses("case");

    assertThat(update("case").written()).isPresent();
    assertThat(read("tests/case/expected.yaml")).isEqualTo(golden);
    assertThat(update("case").written()).isEmpty();
  }

  @Test
  void differences_name_the_template_and_the_value() {
    file("tests/case/values.yaml", "replicas: 2\n");
    update("case");
    file("tests/case/values.yaml", "replicas: 3\npassword: x\ndebug: true\n");
    String golden = read("tests/case/expected.yaml");
    file(
        "tests/case/expected.yaml",
        golden.replace("name: web\n", "name: web\n          tty: true\n")
            + "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: gone}\n");

    thenTold("differences.txt");
  }

  @Test
  void a_case_that_expects_an_error_passes_when_it_comes() {
    file("tests/schema/values.yaml", "replicas: -1\n");
    file("tests/schema/expected.err", "values.schema\n  replicas\n# a comment\n");
    file("tests/any/values.yaml", "replicas: no\n");
    file("tests/any/expected.err", "");
    file("tests/kind/case.yaml", "values: {port: eighty}\nfails: {code: manifest.*}\n");
    file("tests/list.yaml", "- {name: is told, values: {replicas: -1}, fails: at least 0}\n");
    for (TestCase testCase : tests().cases().cases()) {
      thenPasses(testCase.name());
    }
  }

  @Test
  void an_error_that_is_another_one_or_does_not_come_is_told() {
    file("tests/other/values.yaml", "replicas: -1\n");
    file("tests/other/expected.err", "image is missing\n");
    file("tests/none/expected.err", "replicas\n");
    file(
        "tests/list.yaml",
        """
        - {name: other, values: {replicas: -1}, fails: {code: template.helper, message: image}}
        - {name: none, fails: true}
        """);
    thenTold("errors.txt");
  }

  @Test
  void update_writes_what_is_missing_and_nothing_else() {
    file("tests/new/values.yaml", "{}\n");
    file("tests/asserted/case.yaml", "assert: [{in: Service, count: 1}]\n");
    file("tests/failing/values.yaml", "replicas: -1\n");
    file("tests/error/values.yaml", "replicas: -1\n");
    file("tests/error/expected.err", "");
    file("tests/short/values.yaml", "replicas: -1\n");
    file("tests/short/expected.err", "replicas\n");

    assertThat(update("new").written()).isPresent();
    assertThat(update("asserted").written()).isEmpty();
    assertThat(update("failing").passed()).isFalse();
    assertThat(update("error").written()).isPresent();
    assertThat(update("short").written()).isEmpty();
    Goldens.in("unit").check("expected.err", read("tests/error/expected.err"));
    assertThat(Files.exists(folder.resolve("tests/failing/expected.err"))).isFalse();
    assertThat(Files.exists(folder.resolve("tests/asserted/expected.yaml"))).isFalse();
    thenPasses("error");
  }

  @Test
  void every_case_sees_the_same_random_numbers_and_the_same_moment() {
    file("templates/random.txt.hbs", "");
    file(
        "templates/NOTES.txt.hbs",
        "{{randAlphaNum 20}} {{date \"2006-01-02\" (now)}} {{generated \"k\" (randAlpha 9)}}");
    String same =
        """
        - name: one
          assert: [{in: NOTES.txt, matches: "^[A-Za-z0-9]{20} 1970-01-01 [A-Za-z]{9}$"}]
        """;
    file("tests/list.yaml", same);
    Problem told = failing("list/one", same.replace("matches", "notMatches"));
    assertThat(failing("list/one", same.replace("matches", "notMatches"))).isEqualTo(told);
  }

  private Problem failing(String name, String cases) {
    file("tests/list.yaml", cases);
    List<Problem> problems = run(name).problems();
    assertThat(problems).hasSize(1);
    return problems.getFirst().at(dev.pannier.engine.problem.Location.unknown());
  }

  private static String goldenCases(String name) {
    try {
      return Files.readString(Path.of("src/test/resources/unit", name));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void thenPasses(String name) {
    CaseResult result = run(name);
    assertThat(told(result)).isEqualTo(name + ": passed\n");
  }

  private void thenTold(String golden) {
    CaseSearch.Found found = tests().cases();
    StringBuilder all = new StringBuilder();
    for (TestCase testCase : found.cases()) {
      all.append(told(tests().run(testCase)));
    }
    found.warnings().forEach(problem -> told(problem, all));
    Goldens.in("unit").check(golden, all.toString().replace(folder.toString(), "web"));
  }

  private static String told(CaseResult result) {
    StringBuilder told = new StringBuilder(result.testCase().name());
    told.append(result.passed() ? ": passed\n" : ": FAILED\n");
    for (FieldDifference one : result.differences()) {
      told.append("  ").append(one.document()).append(' ').append(one.path()).append(": ");
      told.append(one.told()).append("\n    expected in ").append(one.expectedAt());
      told.append("\n    written in ").append(one.writtenAt()).append('\n');
      one.setAt().forEach(set -> told.append("    set in ").append(set).append('\n'));
    }
    result.problems().forEach(problem -> told(problem, told));
    result.warnings().forEach(problem -> told(problem, told));
    return told.toString();
  }

  private static void told(Problem problem, StringBuilder told) {
    told.append("  ").append(problem.code()).append(": ").append(problem).append('\n');
    for (Note note : problem.notes()) {
      told.append("    ").append(note.location()).append(": ").append(note.message()).append('\n');
    }
    told.append(problem.hint().isEmpty() ? "" : "    " + problem.hint() + "\n");
  }

  private CaseResult run(String name) {
    return tests().run(testCase(name));
  }

  private CaseResult update(String name) {
    return tests().update(testCase(name));
  }

  private TestCase testCase(String name) {
    return tests().cases().cases().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private ChartTests tests() {
    return new ChartTests(ChartLoader.load(folder), folder, folder.toString(), "");
  }

  private void file(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private String read(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
