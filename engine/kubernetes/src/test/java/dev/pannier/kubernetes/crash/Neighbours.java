package dev.pannier.kubernetes.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.release.ReleaseId;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What else is in a namespace: objects of somebody else and of another release. */
final class Neighbours {

  private final KubernetesClient client;
  private final String namespace;
  private final Map<String, String> versions;

  Neighbours(KubernetesClient client, String namespace) {
    this.client = client;
    this.namespace = namespace;
    this.versions =
        Map.of(
            "somebody", make("somebody", Map.of(), Map.of()),
            "other",
                make(
                    "other",
                    Map.of("app.kubernetes.io/managed-by", "Helm"),
                    Map.of(
                        "meta.helm.sh/release-name",
                        "other",
                        "meta.helm.sh/release-namespace",
                        namespace)));
  }

  private String make(String name, Map<String, String> labels, Map<String, String> annotations) {
    ConfigMap map =
        new ConfigMapBuilder()
            .withNewMetadata()
            .withName(name)
            .withNamespace(namespace)
            .withLabels(labels)
            .withAnnotations(annotations)
            .endMetadata()
            .build();
    return client.resource(map).create().getMetadata().getResourceVersion();
  }

  void areUntouched() {
    versions.forEach((name, version) ->
        assertThat(
                client
                    .configMaps()
                    .inNamespace(namespace)
                    .withName(name)
                    .get()
                    .getMetadata()
                    .getResourceVersion())
            .as("`" + name + "` of somebody else")
            .isEqualTo(version));
  }

  /** The objects that carry the marks of a release, and those that its hooks would leave. */
  TreeSet<String> marked(ReleaseId id) {
    List<HasMetadata> all = new ArrayList<>();
    all.addAll(client.configMaps().inNamespace(namespace).list().getItems());
    all.addAll(client.secrets().inNamespace(namespace).list().getItems());
    all.addAll(client.services().inNamespace(namespace).list().getItems());
    all.addAll(client.apps().deployments().inNamespace(namespace).list().getItems());
    TreeSet<String> marked = new TreeSet<>();
    for (HasMetadata each : all) {
      Map<String, String> annotations = each.getMetadata().getAnnotations();
      String name = each.getMetadata().getName();
      boolean hook = name.equals(id.name() + "-hook");
      if (hook
          || annotations != null
              && id.name().value().equals(annotations.get("meta.helm.sh/release-name"))) {
        marked.add(each.getKind() + "/" + name);
      }
    }
    return marked;
  }

  /** Records, journal and lease of a release. */
  List<String> records(ReleaseId id) {
    List<String> names = new ArrayList<>();
    client
        .secrets()
        .inNamespace(namespace)
        .list()
        .getItems()
        .forEach(each -> names.add(each.getMetadata().getName()));
    client
        .leases()
        .inNamespace(namespace)
        .list()
        .getItems()
        .forEach(each -> names.add(each.getMetadata().getName()));
    names.removeIf(name ->
        !name.startsWith("sh.helm.release.v1." + id.name() + ".")
            && !name.equals("dev.pannier.release." + id.name()));
    return names;
  }
}
