package dev.pannier.engine.manifest.kind;

import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The schemas of the kinds that are built into a release of Kubernetes, and of custom kinds where
 * some are added. Immutable and safe for threads; what a kind needs is decoded when it is asked for
 * first.
 */
public final class KindSchemas {

  private final Catalog catalog;
  private final UnknownKind unknown;
  private final KindEnd end;
  private final CustomKinds custom;

  private KindSchemas(Catalog catalog, CustomKinds custom) {
    this.catalog = catalog;
    this.unknown = new UnknownKind(catalog);
    this.end = new KindEnd(catalog);
    this.custom = custom;
  }

  KindSchemas(Catalog catalog) {
    this(catalog, CustomKinds.NONE);
  }

  /** The schemas of the newest release that is known. */
  public static KindSchemas builtIn() {
    return of(Shipped.TEXT.newest());
  }

  /**
   * The schemas of a release; of one that is older or newer than those known, the nearest.
   *
   * @param kubeVersion as clusters tell it: {@code v1.29.3}
   */
  public static KindSchemas at(String kubeVersion) {
    return of(nearest(KubeVersion.of(kubeVersion)));
  }

  private static KindSchemas of(KubeVersion version) {
    return Shipped.SCHEMAS.computeIfAbsent(
        version, wanted -> new KindSchemas(new Catalog(Shipped.TEXT, wanted)));
  }

  private static KubeVersion nearest(KubeVersion version) {
    KubeVersion least = version.compareTo(oldest()) < 0 ? oldest() : version;
    return least.compareTo(Shipped.TEXT.newest()) > 0 ? Shipped.TEXT.newest() : least;
  }

  /** The oldest release that is known. */
  public static KubeVersion oldest() {
    return Shipped.TEXT.oldest();
  }

  /** Tells that a release is older or newer than those known; empty of one that is known. */
  public static Optional<Problem> unknownRelease(String kubeVersion) {
    KubeVersion nearest = nearest(KubeVersion.of(kubeVersion));
    return nearest.equals(KubeVersion.of(kubeVersion))
        ? Optional.empty()
        : Optional.of(
            Problem.info(
                    "manifest.unknown-release",
                    "The kinds of Kubernetes `%s` are not known; manifests are checked as for %s."
                        .formatted(kubeVersion, nearest))
                .hint("Known are %s to %s.".formatted(oldest(), Shipped.TEXT.newest())));
  }

  /** Keeps the schemas unread until they are asked for. */
  private static final class Shipped {
    static final SchemaText TEXT = SchemaText.builtIn();
    static final Map<KubeVersion, KindSchemas> SCHEMAS = new ConcurrentHashMap<>();
  }

  /** The same, and those of custom kinds. */
  public KindSchemas with(CustomKinds more) {
    return new KindSchemas(catalog, more);
  }

  /**
   * Whether objects of a kind are checked: it is built in, or its group is, or a schema of it is
   * known.
   *
   * @throws dev.pannier.engine.problem.ChartException when a schema location cannot be read
   */
  public boolean knows(MapNode object) {
    String apiVersion = object.text("apiVersion").orElse("");
    String kind = object.text("kind").orElse("");
    return catalog.kind(apiVersion, kind) != null
        || isList(apiVersion, kind)
        || unknown.problem(object, apiVersion, kind).isPresent()
        || custom.find(apiVersion, kind, catalog.version()).isPresent();
  }

  /** Whether the kind of an object is none of this release, though its group is a built-in one. */
  public boolean lacks(MapNode object) {
    String apiVersion = object.text("apiVersion").orElse("");
    String kind = object.text("kind").orElse("");
    return catalog.kind(apiVersion, kind) == null
        && !isList(apiVersion, kind)
        && unknown.problem(object, apiVersion, kind).isPresent();
  }

  /** The release of Kubernetes that these schemas are of. */
  public KubeVersion kubeVersion() {
    return catalog.version();
  }

  /** The schema of a built-in kind; empty where it is custom, unknown, or cannot be created. */
  public Optional<KindSchema> find(String apiVersion, String kind) {
    return Optional.ofNullable(catalog.kind(apiVersion, kind))
        .map(entry -> KindSchema.of(entry, catalog));
  }

  /**
   * What is wrong with an object, by the schema of its kind and by the rules that an API server has
   * beyond it: unknown and missing fields, wrong types and values, items that stand twice in a
   * list, and an API version or kind that this Kubernetes does not have; a deprecated one is a
   * warning. What stands under {@code status} is not looked at, for clusters drop it. An object
   * without API version or kind has nothing wrong here, and one of a custom group where no schema
   * is known neither; of a {@code List} the items are checked.
   *
   * @return problems at the places of the object's nodes, in the order of the object
   */
  public List<Problem> check(MapNode object) {
    Problems problems = new Problems();
    check(object, problems);
    return problems.all();
  }

  private void check(MapNode object, Problems problems) {
    String apiVersion = object.text("apiVersion").orElse("");
    String kind = object.text("kind").orElse("");
    if (apiVersion.isEmpty() || kind.isEmpty()) {
      return;
    }
    KindEntry entry = catalog.kind(apiVersion, kind);
    if (entry != null) {
      end.tell(object, entry, problems);
      ObjectName.check(object, kind, entry.namespaced(), catalog.version(), problems);
      new ObjectCheck(catalog, catalog.version(), kind, null, problems)
          .check(object, catalog.type(entry.type()));
    } else if (isList(apiVersion, kind)) {
      items(object, problems);
    } else {
      unknown
          .problem(object, apiVersion, kind)
          .ifPresentOrElse(problems::add, () -> custom.check(object, catalog, problems));
    }
  }

  private boolean isList(String apiVersion, String kind) {
    if (!kind.endsWith("List")) {
      return false;
    }
    String item = kind.substring(0, kind.length() - "List".length());
    return item.isEmpty() ? apiVersion.equals("v1") : catalog.kind(apiVersion, item) != null;
  }

  private void items(MapNode list, Problems problems) {
    for (Node item : list.list("items")) {
      if (item instanceof MapNode object) {
        check(object, problems);
      }
    }
  }
}
