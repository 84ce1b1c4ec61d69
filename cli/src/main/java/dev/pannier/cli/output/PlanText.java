package dev.pannier.cli.output;

import dev.pannier.engine.deploy.Change;
import dev.pannier.engine.deploy.Drift;
import dev.pannier.engine.deploy.FieldChange;
import dev.pannier.engine.deploy.FieldOwner;
import dev.pannier.engine.deploy.FieldYield;
import dev.pannier.engine.deploy.Plan;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.yaml.JsonWriter;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A plan for people: an object a paragraph, a field a line. */
public final class PlanText {
  private static final String FIELD = "      ";

  private final Paint paint;
  private final String namespace;
  private final StringBuilder out = new StringBuilder();

  private PlanText(Paint paint, String namespace) {
    this.paint = paint;
    this.namespace = namespace;
  }

  /**
   * The changes of a plan, and what they come to. What stays as it is, is counted only.
   *
   * @param namespace of the release: objects of others are shown with theirs
   */
  public static String of(Plan plan, String namespace, Paint paint) {
    PlanText text = new PlanText(paint, namespace);
    plan.changes().forEach(text::change);
    text.out.append(summary(plan)).append('\n');
    return text.out.toString();
  }

  private void change(Change change) {
    switch (change) {
      case Change.Create it -> head(paint.good("+ create"), it.id(), "");
      case Change.Update it -> update(it);
      case Change.Recreate it -> recreate(it);
      case Change.Unchanged it -> unchanged(it);
      case Change.Delete it -> head(paint.bad("- delete"), it.id(), "");
      case Change.Keep it -> head("= keep", it.id(), ": " + it.reason());
    }
  }

  private void head(String action, ResourceId id, String more) {
    boolean elsewhere = !id.namespace().isEmpty() && !id.namespace().equals(namespace);
    String where = elsewhere ? " in namespace " + id.namespace() : "";
    out.append("  ").append(action).append(' ');
    out.append(VisibleText.of(id + where + more)).append('\n');
  }

  private void update(Change.Update change) {
    String adopted = change.adopted().isEmpty() ? "" : ", taken over from " + change.adopted();
    head(paint.change("~ change"), change.id(), adopted);
    change.fields().forEach(this::field);
    yields(change.yielded());
    if (!change.drift().isEmpty()) {
      note("changed by others since the last release, and set back:");
      change.drift().forEach(this::drift);
    }
  }

  private void recreate(Change.Recreate change) {
    head(
        paint.bad("-/+ recreate"),
        change.id(),
        ": " + String.join(", ", change.fixed()) + " cannot be changed");
    change.fields().forEach(this::field);
  }

  private void unchanged(Change.Unchanged change) {
    if (!change.yielded().isEmpty()) {
      head("= keep", change.id(), "");
      yields(change.yielded());
    }
  }

  private void yields(List<FieldYield> yielded) {
    for (FieldYield each : yielded) {
      line(
          each.path()
              + " stays "
              + value(each.live())
              + ": it is left to "
              + each.to()
              + " (the chart says "
              + value(each.wanted())
              + ")");
    }
  }

  private void note(String text) {
    out.append("    ").append(paint.faint(text)).append('\n');
  }

  private void line(String text) {
    out.append(FIELD).append(VisibleText.of(text)).append('\n');
  }

  private void field(FieldChange field) {
    if (isLong(field.before()) && isLong(field.after())) {
      line(field.path() + ":");
      lines(field);
      return;
    }
    line(
        field.path()
            + ": "
            + field
                .before()
                .map(before ->
                    value(before)
                        + " -> "
                        + field.after().map(PlanText::value).orElse("(taken away)"))
                .orElseGet(() -> field.after().map(PlanText::value).orElse("(none)") + " (added)"));
  }

  private static boolean isLong(Optional<Node> value) {
    return value.isPresent()
        && value.get() instanceof TextNode text
        && text.text().strip().indexOf('\n') >= 0;
  }

  /** The lines of a long text in which two states differ, without those around them. */
  private void lines(FieldChange field) {
    List<String> before = linesOf(field.before());
    List<String> after = linesOf(field.after());
    int start = 0;
    while (start < Math.min(before.size(), after.size())
        && before.get(start).equals(after.get(start))) {
      start++;
    }
    int end = 0;
    while (end < Math.min(before.size(), after.size()) - start
        && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
      end++;
    }
    for (String line : before.subList(start, before.size() - end)) {
      out.append(FIELD).append(paint.bad("  - " + VisibleText.of(line))).append('\n');
    }
    for (String line : after.subList(start, after.size() - end)) {
      out.append(FIELD).append(paint.good("  + " + VisibleText.of(line))).append('\n');
    }
  }

  private static List<String> linesOf(Optional<Node> value) {
    return value.map(each -> List.of(((TextNode) each).text().split("\n"))).orElse(List.of());
  }

  private void drift(Drift drift) {
    line(of(drift));
  }

  /** A field that somebody changed: {@code spec.replicas: 2 -> 5, by kubectl-edit}. */
  static String of(Drift drift) {
    String by = drift.owner().map(owner -> ", by " + owner.manager() + since(owner)).orElse("");
    return drift.path()
        + ": "
        + drift.recorded().map(PlanText::value).orElse("(none)")
        + " -> "
        + drift.live().map(PlanText::value).orElse("(taken away)")
        + by;
  }

  private static String since(FieldOwner owner) {
    return owner.since().map(time -> " at " + time).orElse("");
  }

  static String value(Node value) {
    return JsonWriter.write(value);
  }

  /** {@code 1 to create, 2 to change, 5 unchanged}. */
  public static String summary(Plan plan) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (String word :
        List.of("to create", "to change", "to recreate", "to delete", "to keep", "unchanged")) {
      counts.put(word, 0);
    }
    for (Change change : plan.changes()) {
      String word =
          switch (change) {
            case Change.Create _ -> "to create";
            case Change.Update _ -> "to change";
            case Change.Recreate _ -> "to recreate";
            case Change.Delete _ -> "to delete";
            case Change.Keep _ -> "to keep";
            case Change.Unchanged _ -> "unchanged";
          };
      counts.merge(word, 1, Integer::sum);
    }
    List<String> parts = new ArrayList<>();
    counts.forEach((word, count) -> {
      if (count > 0) {
        parts.add(count + " " + word);
      }
    });
    return parts.isEmpty() ? "nothing to do" : String.join(", ", parts);
  }
}
