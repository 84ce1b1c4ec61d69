package dev.pannier.engine.template.helper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Runs what Helm itself gave for each helper. */
class SprigFactsTest {

  private record Call(String helper, ListNode arguments) {}

  /** What a call gives; null where it fails. */
  private record Result(@Nullable Node value) {}

  private static final Map<Call, Result> HELM = helm();
  private static final Map<Call, Result> DIFFERENCES = differences();

  @Test
  void each_call_gives_what_helm_gives_or_what_the_list_of_differences_says() {
    List<String> wrong = new ArrayList<>();
    HELM.forEach((call, helm) -> {
      Result wanted = DIFFERENCES.getOrDefault(call, helm);
      Result ours = ours(call);
      if (!ours.equals(wanted)) {
        wrong.add("%s %s: %s, not %s".formatted(call.helper, call.arguments, wanted, ours));
      }
    });

    assertThat(wrong).isEmpty();
    assertThat(HELM).hasSizeGreaterThan(1240);
  }

  @Test
  void each_difference_is_one() {
    assertThat(DIFFERENCES)
        .isNotEmpty()
        .allSatisfy((call, ours) -> assertThat(HELM.get(call)).isNotNull().isNotEqualTo(ours));
  }

  @Test
  void each_helper_that_is_neither_random_nor_of_the_clock_is_checked_against_helm() {
    Set<String> ours =
        Set.of("now", "ago", "unixEpoch", "bcrypt", "mustToYaml", "toYamlPretty", "toDate");
    for (HelperSpec spec : HelperTable.all()) {
      boolean comparable =
          switch (spec.group()) {
            case RANDOM, CERTIFICATES -> false;
            case DATES -> !spec.name().matches("(?i).*(modify|todate|date_in_zone).*");
            default -> !spec.name().equals("semver");
          };
      boolean alias = spec.name().startsWith("must") || spec.name().equals("trimall");
      if (comparable && !alias && !ours.contains(spec.name())) {
        assertThat(HELM.keySet().stream().filter(call -> call.helper.equals(spec.name())))
            .as(spec.name())
            .hasSizeGreaterThanOrEqualTo(spec.name().equals("htpasswd") ? 1 : 4);
      }
    }
  }

  private static Result ours(Call call) {
    try {
      return new Result(Calls.call(call.helper, call.arguments.items()));
    } catch (HelperException e) {
      return new Result(null);
    }
  }

  private static Map<Call, Result> helm() {
    Map<Call, Result> rows = new LinkedHashMap<>();
    ((MapNode) read("sprig-facts.yaml"))
        .entries()
        .forEach((helper, calls) -> ((ListNode) calls).forEach(row -> add(rows, helper, row)));
    return rows;
  }

  private static Map<Call, Result> differences() {
    Map<Call, Result> rows = new LinkedHashMap<>();
    for (Node group : (ListNode) read("sprig-differences.yaml")) {
      assertThat(((MapNode) group).text("why")).isPresent();
      for (Node row : ((MapNode) group).list("rows")) {
        add(rows, ((MapNode) row).text("helper").orElseThrow(), row);
      }
    }
    return rows;
  }

  private static void add(Map<Call, Result> rows, String helper, Node row) {
    MapNode map = (MapNode) row;
    Node value = map.has("fails") ? null : map.entries().getOrDefault("gives", NullNode.NULL);
    rows.put(new Call(helper, map.list("args")), new Result(value));
  }

  private static Node read(String name) {
    try (InputStream file = SprigFactsTest.class.getResourceAsStream(name)) {
      assertThat(file).as(name).isNotNull();
      return YamlReader.read(
          new Source(name, new String(file.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new AssertionError(name, e);
    }
  }
}
