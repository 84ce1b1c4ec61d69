package dev.pannier.kubernetes.release;

import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.kubernetes.api.ApiPath;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** What records are kept in: Helm's two drivers (pkg/storage/driver/secrets.go, cfgmaps.go). */
public enum RecordKind {
  SECRET("Secret", "secrets"),
  CONFIG_MAP("ConfigMap", "configmaps");

  private final String kind;
  private final String plural;

  RecordKind(String kind, String plural) {
    this.kind = kind;
    this.plural = plural;
  }

  /** {@code Secret}. */
  String word() {
    return kind;
  }

  /** {@code secrets}, as roles and paths write it. */
  String plural() {
    return plural;
  }

  String collection(String namespace) {
    return ApiPath.collection("v1", namespace, plural);
  }

  String path(String namespace, String name) {
    return ApiPath.object("v1", namespace, plural, name);
  }

  /**
   * An object with one text in it.
   *
   * @param type of a Secret
   * @param key of the text
   */
  MapNode object(MapNode metadata, String type, String key, String text) {
    MapNode object =
        (MapNode) Node.of(Map.of("apiVersion", "v1", "kind", kind, "metadata", metadata));
    return switch (this) {
      case SECRET ->
          object.with("type", Node.of(type)).with("data", Node.of(Map.of(key, base64(text))));
      case CONFIG_MAP -> object.with("data", Node.of(Map.of(key, text)));
    };
  }

  /** A text of an object; empty where there is none, or none that can be read. */
  String text(MapNode object, String key) {
    String data = object.map("data").text(key).orElse("");
    return switch (this) {
      case SECRET -> decoded(data);
      case CONFIG_MAP -> data;
    };
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String decoded(String data) {
    try {
      return new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return "";
    }
  }
}
