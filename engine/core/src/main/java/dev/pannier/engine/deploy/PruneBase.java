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
 * @param resources each with whether it was taken over and nothing of the good revision wants it
 */
record PruneBase(Map<ResourceId, Boolean> resources) {

  static PruneBase of(Cluster cluster, History history, Journal journal) {
    Map<ResourceId, Boolean> all = new LinkedHashMap<>();
    int good = history.deployed().map(Release::revision).orElse(0);
    for (Release each : history.sinceUninstalled()) {
      if (each.revision() < good) {
        continue;
      }
      List<Resource> resources = ManifestText.read(each);
      Resolver resolver = new Resolver(cluster, each.namespace(), resources);
      for (Resource resource : resources) {
        ResourceId id = resolver.resolve(resource.id());
        boolean taken =
            each.revision() != good
                && journal.found(id).filter(Journal.Found.TAKEN::equals).isPresent();
        all.putIfAbsent(id, taken);
      }
    }
    for (Journal.Touched touched : journal.touched()) {
      all.putIfAbsent(touched.id(), touched.found() == Journal.Found.TAKEN);
    }
    return new PruneBase(all);
  }

  /** Only what an operation that is undone made itself. */
  static PruneBase made(Journal journal) {
    Map<ResourceId, Boolean> all = new LinkedHashMap<>();
    journal.touched().forEach(each -> all.put(each.id(), each.found() == Journal.Found.TAKEN));
    return new PruneBase(all);
  }

  /** As the journal remembers it, so that no record of an earlier revision is needed any more. */
  List<Journal.Touched> remembered() {
    List<Journal.Touched> touched = new ArrayList<>();
    resources.forEach((id, taken) ->
        touched.add(new Journal.Touched(id, taken ? Journal.Found.TAKEN : Journal.Found.OWNED)));
    return touched;
  }

  /** What is left when some resources are still wanted. */
  PruneBase without(List<Wanted> wanted) {
    Map<ResourceId, Boolean> left = new LinkedHashMap<>(resources);
    for (Wanted each : wanted) {
      left.keySet().removeIf(id -> isSame(id, each.id()));
    }
    return new PruneBase(left);
  }

  /** A kind may change its version: {@code policy/v1beta1} becomes {@code policy/v1}. */
  static boolean isSame(ResourceId a, ResourceId b) {
    return a.group().equals(b.group())
        && a.kind().equals(b.kind())
        && a.namespace().equals(b.namespace())
        && a.name().equals(b.name());
  }
}
