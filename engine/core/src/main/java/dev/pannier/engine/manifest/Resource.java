package dev.pannier.engine.manifest;

import dev.pannier.engine.yaml.MapNode;

/**
 * A resource as rendered.
 *
 * @param content its data; each node's origin is the place in the template that wrote it
 * @param source the template's path as Helm writes it: {@code web/templates/service.yaml.hbs}
 * @param text its YAML as rendered, without {@code ---} and source line, ending in a line break
 */
public record Resource(ResourceId id, MapNode content, String source, String text) {

  /** An annotation's value; empty where there is none. */
  public String annotation(String name) {
    return content.map("metadata").map("annotations").text(name).orElse("");
  }
}
