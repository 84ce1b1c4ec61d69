package dev.pannier.engine.template.place;

import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.template.language.MarkedText;
import dev.pannier.engine.template.language.Unmarked;
import dev.pannier.engine.yaml.ScalarPlace;
import dev.pannier.engine.yaml.ScalarPlaces;
import java.util.List;

/** Puts the values of one document in their places. */
public final class DocumentPlacer {

  private DocumentPlacer() {}

  /**
   * Places the values of a part of rendered text.
   *
   * @param problems what stands in the way of that, each at its place in the template
   * @param origins remembers which values went where
   */
  public static PlacedDocument place(
      MarkedText marked, Unmarked all, int start, int end, Problems problems, Origins origins) {
    Draft draft = new Draft(marked, all, start, end, true);
    if (!PlacedDocument.hasValues(draft.text())) {
      return new PlacedDocument(draft, List.of(), origins);
    }
    Problems found = new Problems();
    List<ScalarPlace> scalars = scan(draft, found);
    if (found.hasErrors() && draft.hasEntries()) {
      // Between brackets no entry can begin: there a lone map or list is a value like any other.
      Draft plain = new Draft(marked, all, start, end, false);
      Problems again = new Problems();
      List<ScalarPlace> others = scan(plain, again);
      if (!again.hasErrors()) {
        return new PlacedDocument(plain, Placement.of(plain, others, problems), origins);
      }
    }
    if (found.hasErrors()) {
      found.all().forEach(problem -> problems.add(draft.explained(problem)));
      return new PlacedDocument(draft, List.of(), origins);
    }
    return new PlacedDocument(draft, Placement.of(draft, scalars, problems), origins);
  }

  private static List<ScalarPlace> scan(Draft draft, Problems problems) {
    return ScalarPlaces.of(new Source("", draft.text()), draft, problems);
  }
}
