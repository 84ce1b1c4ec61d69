package dev.pannier.engine.values;

import dev.pannier.engine.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Turns violations into problems: one for each, but one for all forms of a choice ({@code anyOf},
 * {@code oneOf}) together.
 */
final class ViolationReport {

  private final ViolationProblem problem;
  private final ChoiceProblem choice;
  private final Map<String, Problem> problems = new LinkedHashMap<>();

  ViolationReport(ViolationProblem problem) {
    this.problem = problem;
    this.choice = new ChoiceProblem(problem);
  }

  List<Problem> of(List<Violation> violations) {
    tell(violations, 0);
    return List.copyOf(problems.values());
  }

  /**
   * @param start how much of their way through the schema the violations share and is told
   */
  private void tell(List<Violation> violations, int start) {
    Map<NodePath, List<Violation>> choices = new LinkedHashMap<>();
    for (Violation violation : violations) {
      int end = violation.choiceAfter(start);
      if (end < 0) {
        add(problem.of(violation));
      } else {
        NodePath way = violation.evaluation().first(end);
        choices.computeIfAbsent(way, _ -> new ArrayList<>()).add(violation);
      }
    }
    choices.forEach(this::tellChoice);
  }

  private void tellChoice(NodePath way, List<Violation> violations) {
    Map<Integer, List<Violation>> forms = new TreeMap<>();
    int matches = 0;
    for (Violation violation : violations) {
      if (violation.evaluation().length() > way.length()) {
        int form = (Integer) violation.evaluation().parts().get(way.length());
        forms.computeIfAbsent(form, _ -> new ArrayList<>()).add(violation);
      } else {
        matches = violation.matches();
      }
    }
    Violation any = violations.getFirst();
    NodePath instance = any.instance().first(any.depthAt(way.length()));
    List<List<Violation>> meant = meant(forms.values(), instance);
    if (matches == 0 && meant.size() == 1) {
      tell(meant.getFirst(), way.length() + 1);
    } else if (matches > 0) {
      add(choice.ofMany(way, instance, matches));
    } else {
      List<List<Violation>> told = meant.isEmpty() ? List.copyOf(forms.values()) : meant;
      add(choice.ofNone(way, instance, told));
    }
  }

  /** A schema often says a thing more than once; people need not read it twice. */
  private void add(Problem one) {
    problems.putIfAbsent(one.toString(), one);
  }

  /** The forms that are at least of the value's type. */
  private static List<List<Violation>> meant(Collection<List<Violation>> forms, NodePath instance) {
    List<List<Violation>> meant = new ArrayList<>();
    for (List<Violation> form : forms) {
      if (form.stream()
          .noneMatch(one -> one.keyword().equals("type") && one.instance().equals(instance))) {
        meant.add(form);
      }
    }
    return meant;
  }
}
