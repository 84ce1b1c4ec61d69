package dev.pannier.engine.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.Pannier;
import dev.pannier.engine.RenderRequest;
import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.release.ReleaseId;
import dev.pannier.engine.unit.CaseInput;
import dev.pannier.engine.unit.CaseSearch;
import dev.pannier.engine.unit.TestCase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the charts that ship with Pannier render to is there in each Kubernetes since 1.20. */
class ShippedApisTest {

  private static final String NEWEST = "v1.36.0";
  private static final String REFUSED = "template.helper-failed";

  private final Pannier pannier =
      new Pannier(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), RenderedChart.random(1));

  /** The oldest, the newest, and those with which a version of a kind came or went. */
  private static List<String> versions() {
    return Stream.concat(
            IntStream.of(20, 21, 22, 23, 25, 26, 27, 29, 33)
                .mapToObj(minor -> "v1." + minor + ".0"),
            Stream.of(NEWEST))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("dev.pannier.engine.charts.RenderedChart#charts")
  void every_case_renders_to_kinds_and_fields_that_are_there_and_stay(String name) {
    Path folder = RenderedChart.SHIPPED.resolve(name);
    Chart chart = RenderedChart.load(folder);

    List<TestCase> cases = casesOfAnyVersion(folder).toList();
    assertThat(cases).isNotEmpty();
    for (TestCase each : cases) {
      for (String version : versions()) {
        assertThat(problems(chart, each.input(), version))
            .as("%s at %s", each.name(), version)
            .isEmpty();
      }
    }
  }

  /** A chart may refuse in its own words what an older Kubernetes would do otherwise. */
  private List<Problem> problems(Chart chart, CaseInput input, String version) {
    try {
      return pannier.validate(request(chart, input, version)).warnings();
    } catch (ChartException e) {
      boolean refused =
          !version.equals(NEWEST)
              && e.problems().stream().allMatch(found -> found.code().equals(REFUSED));
      return refused ? List.of() : e.problems();
    }
  }

  private static Stream<TestCase> casesOfAnyVersion(Path chart) {
    return CaseSearch.in(chart, chart.toString()).cases().stream()
        .filter(each -> each.input().kubeVersion().isEmpty())
        .filter(each -> !Files.exists(chart.resolve("tests/" + each.name() + "/expected.err")));
  }

  private static RenderRequest request(Chart chart, CaseInput input, String version) {
    return RenderRequest.builder(chart, ReleaseId.of(input.namespace(), input.release()))
        .values(input.values())
        .apiVersions(Set.copyOf(input.apiVersions()))
        .kubeVersion(version)
        .build();
  }
}
