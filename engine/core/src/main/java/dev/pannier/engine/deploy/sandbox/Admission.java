package dev.pannier.engine.deploy.sandbox;

import dev.pannier.engine.deploy.ApplyResult.Cause;
import dev.pannier.engine.deploy.ApplyResult.Refusal;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.manifest.kind.KindSchema;
import dev.pannier.engine.manifest.kind.KindSchemas;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.release.DnsName;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an API server looks at before it takes an object: kind, names, labels, workloads. */
final class Admission {

  private static final Set<String> WORKLOADS =
      Set.of("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet");
  private static final int LONGEST_LABEL_VALUE = 63;

  private final KindSchemas schemas;
  private final ObjectCheck check;

  Admission(KindSchemas schemas, ObjectCheck check) {
    this.schemas = schemas;
    this.check = check;
  }

  /** What is wrong with an object before anything is compared; nothing where it is sound. */
  List<Refusal> look(World world, ResourceId id, MapNode object) {
    List<Refusal> refusals = new ArrayList<>();
    Boolean namespaced = namespaced(world, id.apiVersion(), id.kind());
    if (namespaced == null) {
      return List.of(unknownKind(id, object));
    }
    if (namespaced && world.get(new Key("", "Namespace", "", id.namespace())).isEmpty()) {
      String message = "There is no namespace `" + id.namespace() + "`.";
      return List.of(new Refusal(Cause.NO_NAMESPACE, "metadata.namespace", message));
    }
    name(id, refusals);
    texts(object.map("metadata"), "labels", refusals);
    texts(object.map("metadata"), "annotations", refusals);
    labelValues(object.map("metadata").map("labels"), refusals);
    if (id.group().equals("apps") && WORKLOADS.contains(id.kind())) {
      workload(object.map("spec"), refusals);
    }
    refusals.addAll(check.check(object));
    return refusals;
  }

  /** Whether objects of a kind have namespaces; null where the kind is not served. */
  @Nullable Boolean namespaced(World world, String apiVersion, String kind) {
    Optional<KindSchema> known = schemas.find(apiVersion, kind);
    if (known.isPresent()) {
      return known.get().namespaced();
    }
    for (MapNode definition : world.all("CustomResourceDefinition")) {
      MapNode spec = definition.map("spec");
      if (spec.map("names").text("kind").filter(kind::equals).isPresent()
          && serves(spec, apiVersion)) {
        return !spec.text("scope").filter("Cluster"::equals).isPresent();
      }
    }
    return null;
  }

  private static boolean serves(MapNode spec, String apiVersion) {
    String group = spec.text("group").orElse("");
    for (MapNode version : Tree.maps(spec, "versions")) {
      if (apiVersion.equals(group + "/" + version.text("name").orElse(""))) {
        return true;
      }
    }
    return false;
  }

  private Refusal unknownKind(ResourceId id, MapNode object) {
    List<Problem> known = schemas.check(object);
    String message =
        known.isEmpty()
            ? "The cluster serves no `"
                + id.kind()
                + "` of `"
                + id.apiVersion()
                + "`, and no custom resource definition makes one."
            : known.getFirst().message() + " " + known.getFirst().hint();
    return new Refusal(Cause.NO_KIND, "kind", message.strip());
  }

  private static void name(ResourceId id, List<Refusal> refusals) {
    String name = id.name();
    boolean sound =
        switch (id.kind()) {
          case "Namespace", "Service" -> DnsName.isLabel(name);
          case "Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding" ->
              !name.isEmpty() && name.indexOf('/') < 0 && !name.equals(".") && !name.equals("..");
          default -> DnsName.isSubdomain(name);
        };
    if (!sound) {
      refusals.add(
          invalid(
              "metadata.name",
              "`%s` is no name that a %s may have: lower case letters, digits, `-` and `.`."
                  .formatted(name, id.kind())));
    }
  }

  private static void texts(MapNode metadata, String key, List<Refusal> refusals) {
    metadata
        .map(key)
        .entries()
        .forEach((name, value) -> {
          if (!(value instanceof TextNode)) {
            refusals.add(
                invalid(
                    "metadata." + key + "[" + name + "]",
                    "The value of `"
                        + name
                        + "` must be a string, not a "
                        + value.typeName()
                        + "."));
          }
        });
  }

  private static void labelValues(MapNode labels, List<Refusal> refusals) {
    labels
        .entries()
        .forEach((name, value) -> {
          if (value instanceof TextNode text && !isLabelValue(text.text())) {
            refusals.add(
                invalid(
                    "metadata.labels[" + name + "]",
                    "`"
                        + text.text()
                        + "` may not be the value of a label: that has at most"
                        + " 63 letters, digits, `-`, `_` and `.`, and begins and ends with a"
                        + " letter or a digit."));
          }
        });
  }

  private static boolean isLabelValue(String value) {
    if (value.isEmpty()) {
      return true;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean alphanumeric = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
      boolean end = i == 0 || i == value.length() - 1;
      if (!alphanumeric && (end || c != '-' && c != '_' && c != '.')) {
        return false;
      }
    }
    return value.length() <= LONGEST_LABEL_VALUE;
  }

  private static void workload(MapNode spec, List<Refusal> refusals) {
    MapNode wanted = spec.map("selector").map("matchLabels");
    MapNode labels = spec.map("template").map("metadata").map("labels");
    if (spec.map("selector").isEmpty()) {
      refusals.add(invalid("spec.selector", "A selector is missing."));
    }
    for (String key : wanted.keys()) {
      Node value = wanted.get(key);
      if (value != null && !value.equals(labels.get(key))) {
        refusals.add(
            invalid(
                "spec.template.metadata.labels",
                "The selector asks for the label `"
                    + key
                    + "`, and the template's pods do not"
                    + " carry it with that value."));
      }
    }
    if (Tree.maps(spec.map("template").map("spec"), "containers").isEmpty()) {
      refusals.add(invalid("spec.template.spec.containers", "There is no container."));
    }
  }

  private static Refusal invalid(String path, String message) {
    return new Refusal(Cause.INVALID, path, message);
  }
}
