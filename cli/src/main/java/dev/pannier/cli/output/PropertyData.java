package dev.pannier.cli.output;

import dev.pannier.engine.unit.property.Counterexample;
import dev.pannier.engine.unit.property.PropertyReport;
import dev.pannier.engine.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What came of values drawn from the schemas of charts, for programs. */
public final class PropertyData {
  private PropertyData() {}

  /** A list of charts with what failed. */
  public static Node of(Map<String, PropertyReport> reports) {
    List<Node> charts = new ArrayList<>();
    reports.forEach((name, report) -> {
      Map<String, Object> chart = new LinkedHashMap<>();
      chart.put("chart", name);
      chart.put("passed", report.failures().isEmpty());
      chart.put("seed", report.settings().seed());
      chart.put("runs", report.runs());
      chart.put("dropped", report.unfit());
      chart.put("milliseconds", report.time().toMillis());
      List<Node> failures = new ArrayList<>();
      report.failures().forEach(failure -> failures.add(of(failure)));
      chart.put("failures", failures);
      charts.add(Node.of(chart));
    });
    return Node.of(charts);
  }

  private static Node of(Counterexample failure) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("run", failure.run());
    data.put("values", failure.values());
    data.put("problems", ProblemData.of(failure.problems()));
    return Node.of(data);
  }
}
