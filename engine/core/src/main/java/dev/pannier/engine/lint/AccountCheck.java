package dev.pannier.engine.lint;

import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.problem.Suggestion;
import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.TextNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who pods are to the API server, and what they may do there. */
final class AccountCheck implements Check {

  /** Roles that every cluster has, beside those that begin with {@code system:}. */
  private static final Set<String> ALWAYS_THERE = Set.of("cluster-admin", "admin", "edit", "view");

  @Override
  public void look(ReleaseObjects release, Findings findings) {
    for (Workload workload : release.workloads()) {
      account(workload, release, findings);
      token(workload, release, findings);
    }
    for (String kind : List.of("RoleBinding", "ClusterRoleBinding")) {
      for (Resource binding : release.ofKind(kind)) {
        role(binding, release, findings);
        for (Node item : binding.content().list("subjects")) {
          if (item instanceof MapNode subject) {
            subject(binding, subject, release, findings);
          }
        }
      }
    }
  }

  private static void account(Workload workload, ReleaseObjects release, Findings findings) {
    Node written = workload.podSpec().get("serviceAccountName");
    if (!(written instanceof TextNode name) || name.text().equals("default")) {
      return;
    }
    if (release.find("ServiceAccount", workload.namespace(), name.text()).isEmpty()
        && !release.isChosen(name)) {
      findings.add(
          Rule.SERVICE_ACCOUNT,
          Containers.place(workload.podSpec(), "serviceAccountName"),
          "`%s` runs as the ServiceAccount `%s`, which is not in the release."
              .formatted(workload.name(), name.text()),
          hint(name.text(), release));
    }
  }

  private static String hint(String name, ReleaseObjects release) {
    String guess =
        Suggestion.didYouMean(name, ServiceCheck.names(release.ofKind("ServiceAccount")));
    return guess.isEmpty() ? "Add it, or let a value name one that exists." : guess;
  }

  /** A token that nothing is bound to only serves who breaks in. */
  private static void token(Workload workload, ReleaseObjects release, Findings findings) {
    MapNode pod = workload.podSpec();
    String account = pod.text("serviceAccountName").orElse("default");
    Optional<Resource> own = release.find("ServiceAccount", workload.namespace(), account);
    boolean outside = own.isEmpty() && !account.equals("default");
    if (outside
        || isBound(account, workload.namespace(), release)
        || denies(pod)
        || !pod.has("automountServiceAccountToken")
            && own.isPresent()
            && denies(own.get().content())) {
      return;
    }
    findings.add(
        Rule.UNUSED_TOKEN,
        Containers.place(pod, "automountServiceAccountToken"),
        "`%s` gets a token for the API server, and no role of the release lets it do anything there."
            .formatted(workload.name()),
        "Write `automountServiceAccountToken: false`.");
  }

  private static boolean denies(MapNode map) {
    return map.get("automountServiceAccountToken") instanceof BoolNode mounted && !mounted.value();
  }

  private static boolean isBound(String account, String namespace, ReleaseObjects release) {
    for (String kind : List.of("RoleBinding", "ClusterRoleBinding")) {
      for (Resource binding : release.ofKind(kind)) {
        for (Node item : binding.content().list("subjects")) {
          if (item instanceof MapNode subject
              && subject.text("name").orElse("").equals(account)
              && namespace(subject, binding, release).equals(namespace)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static String namespace(MapNode subject, Resource binding, ReleaseObjects release) {
    return subject.text("namespace").orElse(release.namespace(binding));
  }

  private static void role(Resource binding, ReleaseObjects release, Findings findings) {
    MapNode reference = binding.content().map("roleRef");
    String kind = reference.text("kind").orElse("");
    Node written = reference.get("name");
    String name = reference.text("name").orElse("");
    boolean there =
        kind.equals("ClusterRole")
            ? ALWAYS_THERE.contains(name)
                || name.startsWith("system:")
                || release.findInCluster(kind, name).isPresent()
            : release.find(kind, release.namespace(binding), name).isPresent()
                || name.startsWith("extension-apiserver-authentication");
    if (!there && !name.isEmpty() && !release.isChosen(written)) {
      unknown(binding, kind, reference, release, findings);
    }
  }

  private static void subject(
      Resource binding, MapNode subject, ReleaseObjects release, Findings findings) {
    String name = subject.text("name").orElse("");
    Node written = subject.get("name");
    boolean ours =
        subject.text("kind").orElse("").equals("ServiceAccount")
            && namespace(subject, binding, release).equals(release.releaseNamespace());
    if (ours
        && !name.equals("default")
        && !release.isChosen(written)
        && release.find("ServiceAccount", release.releaseNamespace(), name).isEmpty()) {
      unknown(binding, "ServiceAccount", subject, release, findings);
    }
  }

  private static void unknown(
      Resource binding, String kind, MapNode reference, ReleaseObjects release, Findings findings) {
    String name = reference.text("name").orElse("");
    findings.add(
        Rule.ROLE_BINDING,
        Containers.place(reference, "name"),
        "`%s` names the %s `%s`, which is not in the release.".formatted(binding.id(), kind, name),
        Suggestion.didYouMean(name, ServiceCheck.names(release.ofKind(kind))));
  }
}
