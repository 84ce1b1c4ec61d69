package dev.pannier.cli.output;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.unit.CaseResult;
import dev.pannier.engine.unit.FieldDifference;
import dev.pannier.engine.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What became of the cases of charts, for programs. */
public final class CaseData {
  private CaseData() {}

  /** A list of charts with their cases. */
  public static Node of(Map<String, List<CaseResult>> results) {
    List<Node> charts = new ArrayList<>();
    results.forEach((name, cases) -> {
      Map<String, Object> chart = new LinkedHashMap<>();
      List<Node> own = new ArrayList<>();
      cases.forEach(result -> own.add(of(result)));
      chart.put("chart", name);
      chart.put("passed", cases.stream().allMatch(CaseResult::passed));
      chart.put("cases", own);
      charts.add(Node.of(chart));
    });
    return Node.of(charts);
  }

  private static Node of(CaseResult result) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("name", result.testCase().name());
    data.put("passed", result.passed());
    data.put("milliseconds", result.time().toMillis());
    put(data, "problems", ProblemData.of(result.problems()), result.problems().isEmpty());
    List<Node> differences = new ArrayList<>();
    result.differences().forEach(difference -> differences.add(of(difference)));
    put(data, "differences", Node.of(differences), differences.isEmpty());
    put(data, "warnings", ProblemData.of(result.warnings()), result.warnings().isEmpty());
    result.written().ifPresent(file -> data.put("written", file.toString()));
    return Node.of(data);
  }

  private static void put(Map<String, Object> data, String key, Node list, boolean empty) {
    if (!empty) {
      data.put(key, list);
    }
  }

  private static Node of(FieldDifference difference) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("document", difference.document());
    data.put("path", difference.path());
    difference.expected().ifPresent(node -> data.put("expected", node));
    difference.actual().ifPresent(node -> data.put("actual", node));
    place(data, "expectedAt", difference.expectedAt());
    place(data, "writtenAt", difference.writtenAt());
    List<String> set = difference.setAt().stream().map(Location::toString).toList();
    if (!set.isEmpty()) {
      data.put("setAt", set);
    }
    return Node.of(data);
  }

  private static void place(Map<String, Object> data, String key, Location place) {
    if (place.isKnown()) {
      data.put(key, place.toString());
    }
  }
}
