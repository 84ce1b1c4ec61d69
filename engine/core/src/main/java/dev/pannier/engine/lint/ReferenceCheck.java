package dev.pannier.engine.lint;

import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Note;
import dev.pannier.engine.problem.Suggestion;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.TextNode;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the ConfigMaps, Secrets and claims that pods name are in the release. A name that comes
 * from a value as it is names something that exists already, as {@code existingSecret} does.
 */
final class ReferenceCheck implements Check {

  /** What every namespace has. */
  private static final Set<String> ALWAYS_THERE =
      Set.of("kube-root-ca.crt", "openshift-service-ca.crt");

  @Override
  public void look(ReleaseObjects release, Findings findings) {
    for (Workload workload : release.workloads()) {
      Set<String> told = new HashSet<>();
      for (ConfigReference reference : ConfigReference.in(workload)) {
        boolean whole = reference.keys().isEmpty() || !isThere(workload, reference, release);
        if (whole && !told.add(reference.kind() + "/" + reference.name().text())) {
          continue;
        }
        look(workload.name(), workload.namespace(), reference, release, findings);
      }
    }
    for (Resource ingress : release.ofKind("Ingress")) {
      for (Node item : ingress.content().map("spec").list("tls")) {
        if (item instanceof MapNode tls && tls.get("secretName") instanceof TextNode name) {
          Location place = Containers.place(tls, "secretName");
          certificate(
              ingress,
              new ConfigReference("Secret", name, place, List.of(), false),
              release,
              findings);
        }
      }
    }
  }

  private static boolean isThere(
      Workload workload, ConfigReference reference, ReleaseObjects release) {
    return release
        .find(reference.kind(), workload.namespace(), reference.name().text())
        .isPresent();
  }

  private static void look(
      String owner,
      String namespace,
      ConfigReference reference,
      ReleaseObjects release,
      Findings findings) {
    String name = reference.name().text();
    if (reference.optional() || name.isEmpty() || ALWAYS_THERE.contains(name)) {
      return;
    }
    Optional<Resource> found = release.find(reference.kind(), namespace, name);
    if (found.isPresent()) {
      keys(owner, reference, found.get(), findings);
    } else if (!release.isChosen(reference.name()) && !release.mayBeMade(name)) {
      findings.add(
          Rule.DEAD_REFERENCE,
          reference.place(),
          "`%s` needs the %s `%s`, which is not in the release."
              .formatted(owner, reference.kind(), name),
          hint(reference.kind(), name, release));
    }
  }

  private static String hint(String kind, String name, ReleaseObjects release) {
    List<String> known = ServiceCheck.names(release.ofKind(kind));
    String guess = Suggestion.didYouMean(name, known);
    return guess.isEmpty()
        ? "Add it, let a value name one that exists, or write `optional: true` where that is"
            + " possible."
        : guess;
  }

  private static void keys(
      String owner, ConfigReference reference, Resource target, Findings findings) {
    Set<String> known = keys(target);
    for (ConfigReference.Key key : reference.keys()) {
      if (!known.contains(key.name())) {
        findings.add(
            Rule.MISSING_KEY,
            key.place(),
            "`%s` needs the key `%s`, which `%s` does not have."
                .formatted(owner, key.name(), target.id()),
            new Note("`" + target.id() + "` is written here", target.content().origin()),
            Ports.hint(key.name(), known));
      }
    }
  }

  private static Set<String> keys(Resource target) {
    Set<String> keys = new LinkedHashSet<>();
    for (String part : List.of("data", "stringData", "binaryData")) {
      keys.addAll(target.content().map(part).keys());
    }
    return keys;
  }

  /** An issuer named by an annotation makes the Secret itself. */
  private static void certificate(
      Resource ingress, ConfigReference reference, ReleaseObjects release, Findings findings) {
    for (String annotation : ingress.content().map("metadata").map("annotations").keys()) {
      if (annotation.startsWith("cert-manager.io/")
          || annotation.equals("kubernetes.io/tls-acme")) {
        return;
      }
    }
    String namespace = release.namespace(ingress);
    look(ingress.id().toString(), namespace, reference, release, findings);
  }
}
