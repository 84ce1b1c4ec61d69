package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.manifest.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A field of an object that a release does not insist on: {@code Deployment/web:spec.replicas}.
 *
 * @param object which one, as {@code Deployment/web}; {@code *} for any
 * @param path the field, with all that is below it; {@code *} for any one step
 */
public record FieldRule(String object, String path) {

  /** The annotation with which an object names such fields of itself, separated by commas. */
  static final String ANNOTATION = "pannier.dev/ignore-drift";

  /** A rule as command lines write it; empty where the text is none. */
  public static Optional<FieldRule> parse(String text) {
    int colon = text.indexOf(':');
    return colon < 1 || colon == text.length() - 1
        ? Optional.empty()
        : Optional.of(new FieldRule(text.substring(0, colon), text.substring(colon + 1)));
  }

  /** The rules that resources bring themselves. */
  static List<FieldRule> of(List<Resource> resources) {
    List<FieldRule> rules = new ArrayList<>();
    for (Resource resource : resources) {
      for (String path : resource.annotation(ANNOTATION).split(",")) {
        if (!path.isBlank()) {
          rules.add(new FieldRule(resource.id().toString(), path.strip()));
        }
      }
    }
    return rules;
  }

  boolean isAbout(ResourceId id) {
    return object.equals("*") || object.equals(id.toString());
  }

  /** Whether a field of an object is meant. */
  boolean covers(ResourceId id, String field) {
    return isAbout(id) && new FieldPath(field).isWithin(new FieldPath(path));
  }
}
