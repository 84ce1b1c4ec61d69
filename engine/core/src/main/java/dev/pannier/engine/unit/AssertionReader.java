package dev.pannier.engine.unit;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.unit.Assertion.OfDocuments;
import dev.pannier.engine.unit.Assertion.OfField;
import dev.pannier.engine.unit.Assertion.OfNotes;
import dev.pannier.engine.unit.Assertion.Presence;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the assertions of a case. */
final class AssertionReader {
  static final String NOTES = "NOTES.txt";

  private static final List<String> OWN =
      List.of("in", "path", "fields", "exists", "absent", "base64");
  private static final List<String> SELECTOR =
      List.of("kind", "name", "namespace", "apiVersion", "template", "index");

  private final Problems problems;
  private final List<Assertion> assertions = new ArrayList<>();

  private AssertionReader(Problems problems) {
    this.problems = problems;
  }

  /** The assertions of a list; what is wrong with them is told. */
  static List<Assertion> read(CaseFields testCase, Problems problems) {
    AssertionReader reader = new AssertionReader(problems);
    Node node = testCase.get("assert");
    if (node instanceof ListNode list) {
      for (Node item : list) {
        reader.item(item);
      }
    } else if (node instanceof MapNode) {
      reader.item(node);
    } else if (node != null) {
      testCase.misfit("assert", node, "a list of assertions");
    }
    return reader.assertions;
  }

  private void item(Node item) {
    if (!(item instanceof MapNode map)) {
      problems.add(
          Problem.error("test.wrong-type", "An assertion is a map, not " + Wording.of(item) + ".")
              .at(item.origin())
              .hint("Write for example `{in: Deployment, path: spec.replicas, equals: 2}`."));
      return;
    }
    CaseFields fields = new CaseFields(map, problems);
    List<String> known = new ArrayList<>(OWN);
    known.addAll(CheckReader.KEYS);
    int before = problems.all().size();
    fields.refuseOthers("an assertion", known);
    try {
      if (problems.all().size() == before) {
        read(fields);
      }
    } catch (ChartException e) {
      problems.addAll(e.problems());
    }
  }

  private void read(CaseFields fields) {
    Location place = fields.map().origin();
    int before = problems.all().size();
    List<Check> checks = CheckReader.read(fields);
    if (problems.all().size() > before) {
      return;
    }
    if (fields.get("in") instanceof TextNode in && in.text().equals(NOTES)) {
      assertions.add(new OfNotes(checks, place));
      return;
    }
    DocumentSelector documents = selector(fields);
    boolean shorthand = shorthand(fields, documents);
    if (fields.map().has("path")) {
      field(fields, documents, checks, place);
    } else if (!checks.isEmpty() && !isCountOnly(checks)) {
      assertions.add(
          new OfField(
              documents, new FieldPath("", List.of()), Presence.THERE, checks, false, place));
    } else if (isCountOnly(checks) || isPresence(fields)) {
      assertions.add(new OfDocuments(documents, wantedCount(fields, checks), place));
    } else if (!shorthand && problems.all().size() == before) {
      problems.add(
          Problem.error("test.nothing-asserted", "This assertion demands nothing.")
              .at(place)
              .hint("Add `path` and one of `" + String.join("`, `", CheckReader.KEYS) + "`."));
    }
  }

  private void field(
      CaseFields fields, DocumentSelector documents, List<Check> checks, Location place) {
    FieldPath path = FieldPathReader.read(fields.text("path", ""), fields.place("path"));
    boolean absent = fields.bool("absent", false) || !fields.bool("exists", true);
    boolean base64 = fields.bool("base64", false);
    if (!absent && checks.isEmpty() && !isPresence(fields)) {
      problems.add(
          Problem.error("test.nothing-asserted", "Nothing is demanded of `" + path + "`.")
              .at(fields.place("path"))
              .hint(
                  "Add one of `exists`, `absent`, `"
                      + String.join("`, `", CheckReader.KEYS)
                      + "`."));
    }
    Presence presence = absent ? Presence.ABSENT : Presence.THERE;
    assertions.add(new OfField(documents, path, presence, checks, base64, place));
  }

  /** {@code fields}: a map from paths to values; null says that nothing is there. */
  private boolean shorthand(CaseFields fields, DocumentSelector documents) {
    fields
        .fields("fields")
        .ifPresent(inner ->
            inner
                .map()
                .entries()
                .forEach((text, wanted) -> {
                  Location place = inner.map().keyOrigin(text);
                  FieldPath path = FieldPathReader.read(text, place);
                  boolean absent = wanted instanceof NullNode;
                  assertions.add(
                      new OfField(
                          documents,
                          path,
                          absent ? Presence.ABSENT : Presence.THERE,
                          absent ? List.of() : List.of(new Check.Equals(wanted)),
                          false,
                          place));
                }));
    return fields.map().has("fields");
  }

  private static boolean isPresence(CaseFields fields) {
    return fields.map().has("exists") || fields.map().has("absent");
  }

  private static boolean isCountOnly(List<Check> checks) {
    return checks.size() == 1 && checks.getFirst() instanceof Check.Count;
  }

  private static int wantedCount(CaseFields fields, List<Check> checks) {
    if (!checks.isEmpty() && checks.getFirst() instanceof Check.Count(int wanted)) {
      return wanted;
    }
    return fields.bool("absent", false) || !fields.bool("exists", true) ? 0 : -1;
  }

  private DocumentSelector selector(CaseFields fields) {
    Node in = fields.get("in");
    return switch (in) {
      case null -> DocumentSelector.ALL;
      case TextNode text -> DocumentSelector.of(text.text(), text.origin());
      case MapNode map -> selector(new CaseFields(map, problems), map);
      case Node other -> {
        fields.misfit("in", other, "a kind, `Kind/name`, a template, or a map of these");
        yield DocumentSelector.ALL;
      }
    };
  }

  private static DocumentSelector selector(CaseFields said, MapNode map) {
    said.refuseOthers("a selection of documents", SELECTOR);
    String template = said.text("template", "");
    return new DocumentSelector(
        Wording.of(map).replace("`", ""),
        DocumentSelector.pattern(said.text("kind", "")),
        DocumentSelector.pattern(said.text("name", "")),
        DocumentSelector.pattern(said.text("namespace", "")),
        DocumentSelector.pattern(said.text("apiVersion", "")),
        template.isEmpty()
            ? Optional.empty()
            : Optional.of(new TemplatePattern(template, said.place("template"))),
        said.count("index", -1));
  }
}
