package dev.pannier.kubernetes.release;

import dev.pannier.engine.release.Release;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.ScalarNode;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The labels of a record. Helm finds records by them alone and never by what is in them, so they
 * must say what the record says. {@code createdAt} and {@code modifiedAt} are written as Helm does,
 * and read by nobody: Helm drops the one at the first change and carries the other into the next
 * revision.
 */
final class RecordLabels {

  static final String NAME = "name";
  static final String OWNER = "owner";
  static final String STATUS = "status";
  static final String VERSION = "version";
  static final String CREATED = "createdAt";
  static final String MODIFIED = "modifiedAt";
  static final String HELM = "helm";

  /** Who owns a part of a record: never Helm, which would take it for a record. */
  static final String PANNIER = "pannier";

  private static final Set<String> RESERVED =
      Set.of(NAME, OWNER, STATUS, VERSION, CREATED, MODIFIED);

  private RecordLabels() {}

  /**
   * The labels of a revision.
   *
   * @param occasion {@link #CREATED} or {@link #MODIFIED}
   */
  static Map<String, String> of(Release release, String occasion, Instant now) {
    Map<String, String> labels = new TreeMap<>(release.labels());
    labels.keySet().removeAll(RESERVED);
    labels.put(NAME, release.name());
    labels.put(OWNER, HELM);
    labels.put(STATUS, release.status().word());
    labels.put(VERSION, Integer.toString(release.revision()));
    labels.put(occasion, Long.toString(now.getEpochSecond()));
    return labels;
  }

  /** The user's own labels of an object. */
  static Map<String, String> own(MapNode object) {
    MapNode labels = object.map("metadata").map("labels");
    Map<String, String> own = new TreeMap<>();
    for (String key : labels.keys()) {
      if (!RESERVED.contains(key) && labels.get(key) instanceof ScalarNode value) {
        own.put(key, value.text());
      }
    }
    return own;
  }

  /** A label of an object; empty where it has none. */
  static String get(MapNode object, String key) {
    return object.map("metadata").map("labels").text(key).orElse("");
  }

  /** The revision that an object says to be of; 0 where it says none. */
  static int revision(MapNode object) {
    try {
      return Integer.parseInt(get(object, VERSION));
    } catch (NumberFormatException _) {
      return 0;
    }
  }
}
