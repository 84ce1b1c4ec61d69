package dev.pannier.engine.values;

import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells, in one problem, that a value does not choose well among the forms of a schema. */
record ChoiceProblem(ViolationProblem problems) {

  private static final int MOST_FORMS = 4;
  private static final int MOST_DEMANDS = 3;

  /** More forms of a {@code oneOf} fit than the one that may. */
  Problem ofMany(NodePath way, NodePath instance, int matches) {
    String message =
        "%s fits %s of the forms in the schema, but must fit exactly one."
            .formatted(problems.name(instance), matches);
    return choice(way, instance, message);
  }

  /**
   * No form of a choice fits.
   *
   * @param forms of each form what is violated
   */
  Problem ofNone(NodePath way, NodePath instance, List<List<Violation>> forms) {
    Node value = instance.in(problems.values());
    Set<String> allowed = allowed(instance, forms);
    if (value != null && !allowed.isEmpty()) {
      String shown = ViolationProblem.shown(forms.getFirst().getFirst(), value);
      String message =
          problems.name(instance)
              + " is "
              + shown
              + " but must be "
              + Wording.either(List.copyOf(allowed));
      return choice(way, instance, message + ".");
    }
    StringBuilder hint = new StringBuilder();
    for (int i = 0; i < forms.size() && i < MOST_FORMS; i++) {
      hint.append(i == 0 ? "Either " : "; or ").append(demands(forms.get(i), instance));
    }
    hint.append(forms.size() > MOST_FORMS ? "; or there are further forms." : ".");
    String message = problems.name(instance) + " fits none of the forms that the schema allows.";
    return choice(way, instance, message).hint(hint.toString());
  }

  /** What the forms allow where each asks for just a type or a value of this instance. */
  private Set<String> allowed(NodePath instance, List<List<Violation>> forms) {
    Set<String> allowed = new LinkedHashSet<>();
    for (List<Violation> form : forms) {
      Violation only = form.getFirst();
      List<String> words = SchemaDemand.allowed(only, problems.wanted(only));
      if (form.size() > 1 || words.isEmpty() || !only.instance().equals(instance)) {
        return Set.of();
      }
      allowed.addAll(words);
    }
    return allowed;
  }

  private String demands(List<Violation> form, NodePath instance) {
    List<String> demands = new ArrayList<>();
    for (Violation violation : form.subList(0, Math.min(MOST_DEMANDS, form.size()))) {
      String demand = SchemaDemand.of(violation, problems.wanted(violation));
      boolean itself = violation.instance().equals(instance);
      String part = itself ? "it " : "`" + violation.instance().from(instance.length()) + "` ";
      demands.add(part + demand);
    }
    return String.join(" and ", demands) + (form.size() > MOST_DEMANDS ? " and more" : "");
  }

  private Problem choice(NodePath way, NodePath instance, String message) {
    return Problem.error("values.schema-violation", message)
        .at(problems.place(instance))
        .note(
            "the schema's `" + way.last() + "`",
            problems.keyPlace(evaluated(way.parent()), way.last()));
  }

  /** What lies on a way through the schema that follows its references. */
  private @Nullable Node evaluated(NodePath way) {
    Node node = problems.schema();
    for (Object part : way.parts()) {
      if (node == null) {
        return null;
      }
      node = new NodePath(List.of(part)).in(node);
      if (part.equals("$ref") && node instanceof TextNode reference) {
        String text = reference.text();
        node =
            text.equals("#")
                ? problems.schema()
                : text.startsWith("#/") ? SchemaReferences.pointed(text, problems.schema()) : null;
      }
    }
    return node;
  }
}
