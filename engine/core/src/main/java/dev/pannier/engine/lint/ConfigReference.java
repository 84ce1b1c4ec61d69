package dev.pannier.engine.lint;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A place where a pod names a ConfigMap, a Secret or a claim.
 *
 * @param kind what is named
 * @param name the very node that names it
 * @param place where it is written
 * @param keys the keys that it must have
 * @param optional whether the pod starts without it
 */
record ConfigReference(
    String kind, TextNode name, Location place, List<Key> keys, boolean optional) {

  /** A key and where it is written. */
  record Key(String name, Location place) {}

  /** All places in a pod's spec. */
  static List<ConfigReference> in(Workload workload) {
    List<ConfigReference> found = new ArrayList<>();
    for (MapNode container : workload.allContainers()) {
      for (Node item : container.list("envFrom")) {
        if (item instanceof MapNode source) {
          whole("ConfigMap", source.map("configMapRef"), "name").ifPresent(found::add);
          whole("Secret", source.map("secretRef"), "name").ifPresent(found::add);
        }
      }
      for (Node item : container.list("env")) {
        if (item instanceof MapNode variable) {
          MapNode from = variable.map("valueFrom");
          key("ConfigMap", from.map("configMapKeyRef")).ifPresent(found::add);
          key("Secret", from.map("secretKeyRef")).ifPresent(found::add);
        }
      }
    }
    for (Node item : workload.podSpec().list("volumes")) {
      if (item instanceof MapNode volume) {
        volume(volume, found);
      }
    }
    for (Node item : workload.podSpec().list("imagePullSecrets")) {
      if (item instanceof MapNode secret) {
        whole("Secret", secret, "name").ifPresent(found::add);
      }
    }
    return found;
  }

  private static void volume(MapNode volume, List<ConfigReference> found) {
    items("ConfigMap", volume.map("configMap"), "name").ifPresent(found::add);
    items("Secret", volume.map("secret"), "secretName").ifPresent(found::add);
    whole("PersistentVolumeClaim", volume.map("persistentVolumeClaim"), "claimName")
        .ifPresent(found::add);
    for (Node item : volume.map("projected").list("sources")) {
      if (item instanceof MapNode source) {
        items("ConfigMap", source.map("configMap"), "name").ifPresent(found::add);
        items("Secret", source.map("secret"), "name").ifPresent(found::add);
      }
    }
  }

  private static Optional<ConfigReference> whole(String kind, MapNode reference, String key) {
    return of(kind, reference, key, List.of());
  }

  private static Optional<ConfigReference> key(String kind, MapNode reference) {
    return of(
        kind,
        reference,
        "name",
        reference.get("key") instanceof TextNode key
            ? List.of(new Key(key.text(), Containers.place(reference, "key")))
            : List.of());
  }

  private static Optional<ConfigReference> items(String kind, MapNode reference, String name) {
    List<Key> keys = new ArrayList<>();
    for (Node item : reference.list("items")) {
      if (item instanceof MapNode map && map.get("key") instanceof TextNode key) {
        keys.add(new Key(key.text(), Containers.place(map, "key")));
      }
    }
    return of(kind, reference, name, keys);
  }

  private static Optional<ConfigReference> of(
      String kind, MapNode reference, String key, List<Key> keys) {
    boolean optional = reference.get("optional") instanceof BoolNode said && said.value();
    return reference.get(key) instanceof TextNode name
        ? Optional.of(
            new ConfigReference(kind, name, Containers.place(reference, key), keys, optional))
        : Optional.empty();
  }
}
