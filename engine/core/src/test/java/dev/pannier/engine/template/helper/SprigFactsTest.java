package dev.pannier.engine.template.helper;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Runs what Helm itself gave for each helper. */
class SprigFactsTest {

  private static final Map<HelperCall, HelperResult> HELM = FactSheet.facts();
  private static final Map<HelperCall, HelperResult> DIFFERENCES = FactSheet.differences();

  @Test
  void each_call_gives_what_helm_gives_or_what_the_list_of_differences_says() {
    List<String> wrong = new ArrayList<>();
    HELM.forEach((call, helm) -> {
      HelperResult wanted = DIFFERENCES.getOrDefault(call, helm);
      HelperResult ours = ours(call);
      if (!ours.agrees(wanted)) {
        wrong.add("%s: %s, not %s".formatted(call, wanted, ours));
      }
    });

    assertThat(wrong).isEmpty();
  }

  @Test
  void each_difference_is_one() {
    assertThat(DIFFERENCES)
        .isNotEmpty()
        .allSatisfy((call, ours) -> {
          assertThat(HELM).containsKey(call);
          assertThat(HELM.get(call).agrees(ours)).as(call.toString()).isFalse();
        });
  }

  @Test
  void each_helper_that_differs_says_how() {
    Set<String> differing = names(DIFFERENCES.keySet());
    // Not their results differ, but what becomes of their arguments: TwinTemplatesTest shows it.
    differing.addAll(Set.of("set", "merge", "mustMerge", "mergeOverwrite", "mustMergeOverwrite"));

    for (HelperSpec spec : HelperTable.all()) {
      assertThat(!spec.difference().isEmpty())
          .as(spec.name())
          .isEqualTo(differing.contains(spec.name()));
    }
  }

  @Test
  void each_name_of_helm_has_five_results_of_helm_at_least() {
    Map<String, Long> rows =
        HELM.keySet().stream().collect(groupingBy(HelperCall::helper, TreeMap::new, counting()));

    assertThat(names(HELM.keySet())).containsAll(HelmNames.ofCalls());
    assertThat(rows)
        .allSatisfy((name, count) -> assertThat(count).as(name).isGreaterThanOrEqualTo(5));
    System.out.printf(
        "[INFO] Helpers: %d names, %d results of Helm, %d equal, %d different by decision.%n",
        rows.size(), HELM.size(), HELM.size() - DIFFERENCES.size(), DIFFERENCES.size());
  }

  @Test
  void each_name_of_helm_is_a_helper() {
    Set<String> ours = HelperTable.all().stream().map(HelperSpec::name).collect(toSet());

    assertThat(HelmNames.ofCalls())
        .filteredOn(name -> !ours.contains(name))
        // Values hold no functions: in Helm, too, each of its calls fails.
        .containsExactly("call");
  }

  private static Set<String> names(Set<HelperCall> calls) {
    return calls.stream().map(HelperCall::helper).collect(toSet());
  }

  private static HelperResult ours(HelperCall call) {
    try {
      return HelperResult.of(call.value());
    } catch (HelperException e) {
      return HelperResult.refused(e.getMessage());
    }
  }
}
