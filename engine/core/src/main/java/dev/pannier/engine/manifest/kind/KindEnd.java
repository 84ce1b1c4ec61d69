package dev.pannier.engine.manifest.kind;

import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.yaml.MapNode;

/**
 * Warns of kinds that are deprecated, and tells of those that clusters serve only when asked to.
 */
final class KindEnd {

  private final Catalog catalog;
  private final Replacement replacement;

  KindEnd(Catalog catalog) {
    this.catalog = catalog;
    this.replacement = new Replacement(catalog);
  }

  void tell(MapNode object, KindEntry entry, Problems problems) {
    if (entry.isDeprecated(catalog.version())) {
      problems.add(
          Problem.warning("manifest.deprecated-version", deprecated(entry))
              .at(UnknownKind.place(object, "apiVersion"))
              .hint(replacement.advice(entry)));
    } else if (entry.off()) {
      problems.add(
          Problem.info(
                  "manifest.switched-off",
                  "Clusters serve `%s` of `%s` only where somebody switched it on."
                      .formatted(entry.kind(), entry.apiVersion()))
              .at(UnknownKind.place(object, "apiVersion")));
    }
  }

  private static String deprecated(KindEntry entry) {
    String since =
        "`%s` of `%s` is deprecated since Kubernetes 1.%d"
            .formatted(entry.kind(), entry.apiVersion(), entry.deprecated());
    return entry.end() == 0 ? since + "." : since + ", and gone in 1." + entry.end() + ".";
  }
}
