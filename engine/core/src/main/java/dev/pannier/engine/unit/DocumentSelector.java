package dev.pannier.engine.unit;

import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.problem.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which documents of a rendering are meant.
 *
 * @param shown how messages call it: {@code Deployment/web}
 * @param index which of those that fit; all where it is below 0
 */
record DocumentSelector(
    String shown,
    Optional<NamePattern> kind,
    Optional<NamePattern> name,
    Optional<NamePattern> namespace,
    Optional<NamePattern> apiVersion,
    Optional<TemplatePattern> template,
    int index) {

  /** All documents. */
  static final DocumentSelector ALL = of("documents");

  private static DocumentSelector of(String shown) {
    return new DocumentSelector(
        shown,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        -1);
  }

  /** What one word says: a kind, {@code Kind/name}, or a template. */
  static DocumentSelector of(String text, Location place) {
    if (text.equals("*")) {
      return ALL;
    }
    if (text.startsWith("templates/") || text.endsWith(".yaml") || text.endsWith(".hbs")) {
      return of(text).template(new TemplatePattern(text, place));
    }
    int slash = text.indexOf('/');
    return slash < 0
        ? of(text).kindAndName(text, "")
        : of(text).kindAndName(text.substring(0, slash), text.substring(slash + 1));
  }

  private DocumentSelector template(TemplatePattern pattern) {
    return new DocumentSelector(
        shown, kind, name, namespace, apiVersion, Optional.of(pattern), index);
  }

  private DocumentSelector kindAndName(String kindText, String nameText) {
    return new DocumentSelector(
        shown, pattern(kindText), pattern(nameText), namespace, apiVersion, template, index);
  }

  /** A pattern, where there is a text. */
  static Optional<NamePattern> pattern(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(new NamePattern(text));
  }

  /** The documents that are meant, in their order. */
  List<Resource> among(List<Resource> documents) {
    List<Resource> meant = new ArrayList<>();
    for (Resource document : documents) {
      if (fits(document)) {
        meant.add(document);
      }
    }
    if (index < 0) {
      return meant;
    }
    return index < meant.size() ? List.of(meant.get(index)) : List.of();
  }

  private boolean fits(Resource document) {
    return fits(kind, document.id().kind())
        && fits(name, document.id().name())
        && fits(namespace, document.id().namespace())
        && fits(apiVersion, document.id().apiVersion())
        && (template.isEmpty() || template.get().matches(document));
  }

  private static boolean fits(Optional<NamePattern> pattern, String text) {
    return pattern.isEmpty() || pattern.get().isWhole(text);
  }
}
