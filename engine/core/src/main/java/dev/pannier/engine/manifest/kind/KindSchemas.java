package dev.pannier.engine.manifest.kind;

import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.util.List;
import java.util.Optional;

/**
 * The schemas of the kinds that are built into Kubernetes. Immutable and safe for threads; what a
 * kind needs is decoded when it is asked for first.
 */
public final class KindSchemas {

  private final Catalog catalog;
  private final UnknownKind unknown;

  KindSchemas(Catalog catalog) {
    this.catalog = catalog;
    this.unknown = new UnknownKind(catalog);
  }

  /** The schemas that Pannier ships with, read once. */
  public static KindSchemas builtIn() {
    return Shipped.SCHEMAS;
  }

  /** Keeps the schemas unread until they are asked for. */
  private static final class Shipped {
    static final KindSchemas SCHEMAS = new KindSchemas(Catalog.builtIn());
  }

  /** The release of Kubernetes that these schemas are of: {@code v1.36.3}. */
  public String kubernetesVersion() {
    return catalog.version();
  }

  /** The schema of a kind; empty where it is custom, unknown, or cannot be created. */
  public Optional<KindSchema> find(String apiVersion, String kind) {
    return Optional.ofNullable(catalog.kind(apiVersion, kind))
        .map(entry -> KindSchema.of(entry, catalog));
  }

  /**
   * What is wrong with an object, by the schema of its kind: unknown and missing fields, wrong
   * types and values, items that stand twice in a list, and an API version or kind that Kubernetes
   * does not have or has no more. What stands under {@code status} is not looked at, for clusters
   * drop it. An object without API version or kind, and one of a custom group, has nothing wrong
   * here; of a {@code List} the items are checked.
   *
   * @return problems at the places of the object's nodes, in the order of the object
   */
  public List<Problem> check(MapNode object) {
    String apiVersion = object.text("apiVersion").orElse("");
    String kind = object.text("kind").orElse("");
    if (apiVersion.isEmpty() || kind.isEmpty()) {
      return List.of();
    }
    Catalog.Entry entry = catalog.kind(apiVersion, kind);
    if (entry != null) {
      return new ObjectCheck(catalog, kind).check(object, catalog.type(entry.type()));
    }
    return isList(apiVersion, kind)
        ? items(object)
        : unknown.problem(object, apiVersion, kind).map(List::of).orElse(List.of());
  }

  private boolean isList(String apiVersion, String kind) {
    if (!kind.endsWith("List")) {
      return false;
    }
    String item = kind.substring(0, kind.length() - "List".length());
    return item.isEmpty() ? apiVersion.equals("v1") : catalog.kind(apiVersion, item) != null;
  }

  private List<Problem> items(MapNode list) {
    Problems problems = new Problems();
    for (Node item : list.list("items")) {
      if (item instanceof MapNode object) {
        problems.addAll(check(object));
      }
    }
    return problems.all();
  }
}
