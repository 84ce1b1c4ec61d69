package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.release.History;
import dev.pannier.engine.release.Journal;
import dev.pannier.engine.release.ManifestText;
import dev.pannier.engine.release.Release;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that a release may have in the cluster: the last good revision, every revision tried
 * since, and what the journal remembers of them.
 *
 * @param resources each with how it came to the release
 */
record PruneBase(Map<ResourceId, Origin> resources) {

  /** How a resource came to the release. */
  enum Origin {
    /** The last good revision has it. */
    GOOD,
    /** It was made since, by a revision that has not become good. */
    TRIED,
    /** It was taken over since, and nothing of the good revision wants it. */
    TAKEN
  }

  static PruneBase of(Cluster cluster, History history, Journal journal) {
    Map<ResourceId, Origin> all = new LinkedHashMap<>();
    int good = history.deployed().map(Release::revision).orElse(0);
    for (Release each : history.sinceUninstalled()) {
      if (each.revision() < good) {
        continue;
      }
      List<Resource> resources = ManifestText.read(each);
      Resolver resolver = new Resolver(cluster, each.namespace(), resources);
      for (Resource resource : resources) {
        ResourceId id = resolver.resolve(resource.id());
        boolean taken = journal.found(id).filter(Journal.Found.TAKEN::equals).isPresent();
        all.putIfAbsent(id, each.revision() == good ? Origin.GOOD : tried(taken));
      }
    }
    journal.touched().forEach(each -> all.putIfAbsent(each.id(), tried(each)));
    return new PruneBase(all);
  }

  private static Origin tried(boolean taken) {
    return taken ? Origin.TAKEN : Origin.TRIED;
  }

  private static Origin tried(Journal.Touched touched) {
    return tried(touched.found() == Journal.Found.TAKEN);
  }

  /** Only what an operation that is undone made itself. */
  static PruneBase made(Journal journal) {
    Map<ResourceId, Origin> all = new LinkedHashMap<>();
    journal.touched().forEach(each -> all.put(each.id(), tried(each)));
    return new PruneBase(all);
  }

  /** As the journal remembers it, so that no record of an earlier revision is needed any more. */
  List<Journal.Touched> remembered() {
    List<Journal.Touched> touched = new ArrayList<>();
    resources.forEach((id, origin) ->
        touched.add(
            new Journal.Touched(
                id, origin == Origin.TAKEN ? Journal.Found.TAKEN : Journal.Found.OWNED)));
    return touched;
  }

  /** What is left when some resources are still wanted. */
  PruneBase without(List<Wanted> wanted) {
    Map<ResourceId, Origin> left = new LinkedHashMap<>(resources);
    for (Wanted each : wanted) {
      left.keySet().removeIf(id -> isSame(id, each.id()));
    }
    return new PruneBase(left);
  }

  /**
   * A kind may change its version, and its group even: {@code extensions/v1beta1} and {@code
   * networking.k8s.io/v1} name the same Ingress.
   */
  static boolean isSame(ResourceId a, ResourceId b) {
    return ServedKinds.isHeir(a.group(), b.group())
        && a.kind().equals(b.kind())
        && a.namespace().equals(b.namespace())
        && a.name().equals(b.name());
  }
}
