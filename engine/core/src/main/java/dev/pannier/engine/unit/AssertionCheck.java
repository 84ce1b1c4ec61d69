package dev.pannier.engine.unit;

import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Suggestion;
import dev.pannier.engine.unit.Assertion.OfDocuments;
import dev.pannier.engine.unit.Assertion.OfField;
import dev.pannier.engine.unit.Assertion.OfNotes;
import dev.pannier.engine.unit.Assertion.Presence;
import dev.pannier.engine.unit.FieldPath.Found;
import dev.pannier.engine.unit.FieldPath.Miss;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Looks whether assertions hold. */
final class AssertionCheck {
  private final RenderedCase rendered;
  private final List<Resource> documents;
  private final List<Problem> problems = new ArrayList<>();

  private AssertionCheck(RenderedCase rendered, List<Resource> documents) {
    this.rendered = rendered;
    this.documents = documents;
  }

  /**
   * What does not hold.
   *
   * @param documents those of the rendering that count
   */
  static List<Problem> of(
      List<Assertion> assertions, RenderedCase rendered, List<Resource> documents) {
    AssertionCheck check = new AssertionCheck(rendered, documents);
    for (Assertion assertion : assertions) {
      try {
        check.check(assertion);
      } catch (ChartException e) {
        e.problems().forEach(problem -> check.problems.add(problem.at(assertion.place())));
      }
    }
    return check.problems;
  }

  private void check(Assertion assertion) {
    switch (assertion) {
      case OfDocuments ofDocuments -> documents(ofDocuments);
      case OfField ofField -> field(ofField);
      case OfNotes(List<Check> checks, Location place) -> {
        Node notes = TextNode.of(rendered.notes());
        for (Check check : checks) {
          CheckResult.of(check, notes)
              .ifPresent(wrong ->
                  problems.add(
                      Problem.error("test.assertion-failed", "The text of NOTES.txt " + wrong + ".")
                          .at(place)));
        }
      }
    }
  }

  private void documents(OfDocuments assertion) {
    List<Resource> meant = assertion.documents().among(documents);
    boolean fine = assertion.count() < 0 ? !meant.isEmpty() : meant.size() == assertion.count();
    if (fine) {
      return;
    }
    if (meant.isEmpty()) {
      problems.add(nothing(assertion.documents(), assertion.place()));
      return;
    }
    String message =
        assertion.count() == 0
            ? "The chart renders `%s`, and should not.".formatted(meant.getFirst().id())
            : "The chart renders %d of %s, not %d."
                .formatted(meant.size(), shown(assertion.documents()), assertion.count());
    Problem problem = Problem.error("test.assertion-failed", message).at(assertion.place());
    for (Resource document : meant) {
      problem =
          problem.note("`" + document.id() + "` is written here", document.content().origin());
    }
    problems.add(problem);
  }

  private static String shown(DocumentSelector selector) {
    boolean all = selector.equals(DocumentSelector.ALL);
    return all ? selector.shown() : "`" + selector.shown() + "`";
  }

  private Problem nothing(DocumentSelector selector, Location place) {
    List<String> there = new ArrayList<>();
    documents.forEach(document -> there.add(document.id().toString()));
    List<String> words = new ArrayList<>(there);
    documents.forEach(document -> words.add(document.id().kind()));
    String meant = Suggestion.didYouMean(selector.shown(), words);
    return Problem.error("test.document-not-found", "The chart renders no " + shown(selector) + ".")
        .at(place)
        .hint(
            !meant.isEmpty()
                ? meant
                : there.isEmpty()
                    ? "It renders nothing at all."
                    : "It renders `" + String.join("`, `", there) + "`.");
  }

  private void field(OfField assertion) {
    List<Resource> meant = assertion.documents().among(documents);
    if (meant.isEmpty()) {
      problems.add(nothing(assertion.documents(), assertion.place()));
    }
    for (Resource document : meant) {
      List<Miss> misses = new ArrayList<>();
      List<Found> found = assertion.path().in(document.content(), misses);
      if (assertion.presence() == Presence.ABSENT) {
        found.forEach(one -> problems.add(unwanted(assertion, document, one)));
      } else if (found.isEmpty()) {
        problems.add(missing(assertion, document, misses.getFirst()));
      } else {
        found.forEach(one -> value(assertion, document, one));
      }
    }
  }

  private Problem unwanted(OfField assertion, Resource document, Found found) {
    String message =
        "`%s` of `%s` is %s, and should not be there."
            .formatted(found.path(), document.id(), Wording.of(found.node()));
    return failed(message, assertion, found.place());
  }

  private Problem missing(OfField assertion, Resource document, Miss miss) {
    String around = miss.path().isEmpty() ? "it" : "`" + miss.path() + "`";
    String reason =
        switch (miss.step()) {
          case FieldPath.Key(String name) -> around + " has no `" + name + "`";
          case FieldPath.Index(int number) -> around + " has no item " + number;
          case FieldPath.Having having ->
              around + " has no item whose `" + having.field() + "` is `" + having.value() + "`";
          case FieldPath.All _ -> around + " has no items";
        };
    String message =
        "`%s` of `%s` is not there: %s.".formatted(assertion.path(), document.id(), reason);
    String hint =
        miss.step() instanceof FieldPath.Key(String name) && miss.last() instanceof MapNode map
            ? Suggestion.didYouMean(name, map.keys())
            : "";
    return failed(message, assertion, miss.place()).hint(hint);
  }

  private void value(OfField assertion, Resource document, Found found) {
    Node value = assertion.base64() ? decoded(found.node()) : found.node();
    for (Check check : assertion.checks()) {
      CheckResult.of(check, value)
          .ifPresent(wrong -> {
            String what = found.path().isEmpty() ? "" : "`" + found.path() + "` of ";
            String message = what + "`" + document.id() + "` " + wrong + ".";
            problems.add(failed(message, assertion, found.place()));
          });
    }
  }

  private static Node decoded(Node node) {
    if (!(node instanceof TextNode text)) {
      return node;
    }
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(text.text());
      return new TextNode(new String(bytes, StandardCharsets.UTF_8), text.origin());
    } catch (IllegalArgumentException _) {
      // What is no base64 is compared as it is, which tells the reader most.
      return node;
    }
  }

  private Problem failed(String message, OfField assertion, Location written) {
    return rendered.explained(
        Problem.error("test.assertion-failed", message).at(assertion.place()), written);
  }
}
