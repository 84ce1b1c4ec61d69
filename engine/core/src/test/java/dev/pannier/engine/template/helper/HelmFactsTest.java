package dev.pannier.engine.template.helper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.JsonReader;
import dev.pannier.engine.yaml.ScalarNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asks Helm itself whether the table of its results is true; each row is one render. */
class HelmFactsTest {

  @TempDir Path chart;

  @Test
  void each_fact_is_what_helm_gives() throws IOException {
    RealHelm helm = RealHelm.in(chart);
    Map<HelperCall, HelperResult> told = FactSheet.facts();
    Map<HelperCall, HelperResult> found = new LinkedHashMap<>();
    told.keySet().forEach(call -> found.put(call, ask(helm, call)));
    if (Boolean.getBoolean("goldens.update")) {
      FactSheet.write(found);
    }

    Map<HelperCall, HelperResult> known = FactSheet.facts();
    List<String> wrong = new ArrayList<>();
    found.forEach((call, result) -> {
      if (!result.equals(known.get(call))) {
        wrong.add("%s: %s, not %s".formatted(call, result, told.get(call)));
      }
    });
    assertThat(wrong).isEmpty();
  }

  private static HelperResult ask(RealHelm helm, HelperCall call) {
    try {
      // JSON in a string of JSON: whatever it is, the manifest stays one line of YAML.
      String text = helm.render("r: {{ toJson (toJson " + call.inGo() + ") }}\n");
      ScalarNode json =
          (ScalarNode) JsonReader.read(new Source("Helm's", text.substring(2).strip()));
      return json.text().isEmpty()
          ? HelperResult.refused("JSON cannot hold the result")
          : HelperResult.of(JsonReader.read(new Source("Helm's", json.text())));
    } catch (RealHelm.Refusal e) {
      return HelperResult.refused(e.getMessage());
    }
  }
}
