package dev.pannier.engine.template.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  private static HelperResult ours(HelperCall call) {
    try {
      return HelperResult.of(call.value());
    } catch (HelperException e) {
      return HelperResult.refused(e.getMessage());
    }
  }
}
