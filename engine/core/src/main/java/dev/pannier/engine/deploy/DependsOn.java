package dev.pannier.engine.deploy;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what a resource waits for. Ours says {@code [NAMESPACE/]KIND[.GROUP]/NAME}, several with
 * commas between; that of kpt (cli-utils' pkg/object/dependson) {@code
 * GROUP/[namespaces/NAMESPACE/]KIND/NAME}.
 */
final class DependsOn {
  static final String OURS = "pannier.dev/depends-on";
  private static final String KPT = "config.kubernetes.io/depends-on";

  private final Problems problems;

  /**
   * A reader.
   *
   * @param problems what cannot be read, each at its place
   */
  DependsOn(Problems problems) {
    this.problems = problems;
  }

  /** What an object waits for, as its annotations say. */
  List<Reference> read(MapNode object) {
    MapNode annotations = object.map("metadata").map("annotations");
    List<Reference> found = new ArrayList<>();
    for (String key : List.of(OURS, KPT)) {
      if (annotations.get(key) instanceof ScalarNode scalar) {
        Location place = place(annotations, scalar, key);
        for (String word : scalar.text().split(",", -1)) {
          if (!word.isBlank()) {
            reference(key, word.strip(), place).ifPresent(found::add);
          }
        }
      }
    }
    return found;
  }

  private static Location place(MapNode annotations, Node value, String key) {
    return value.origin().isKnown() ? value.origin() : annotations.keyOrigin(key);
  }

  private Optional<Reference> reference(String key, String word, Location place) {
    Optional<Reference> read =
        key.equals(OURS) ? ours(word.split("/", -1), word, place) : kpt(word, place);
    if (read.isEmpty()) {
      problems.add(
          Problem.error(
                  "deploy.depends-on-unreadable",
                  "`" + word + "` in `" + key + "` names no object.")
              .at(place)
              .hint(
                  key.equals(OURS)
                      ? "Write `KIND/NAME` or `NAMESPACE/KIND/NAME`, such as `Deployment/db`."
                      : "Write `GROUP/namespaces/NAMESPACE/KIND/NAME` or `GROUP/KIND/NAME`."));
    }
    return read;
  }

  private static Optional<Reference> ours(String[] parts, String word, Location place) {
    if (parts.length < 2 || parts.length > 3 || hasBlank(parts)) {
      return Optional.empty();
    }
    String kind = parts[parts.length - 2];
    int dot = kind.indexOf('.');
    Optional<String> group = dot < 0 ? Optional.empty() : Optional.of(kind.substring(dot + 1));
    Optional<String> namespace = parts.length == 3 ? Optional.of(parts[0]) : Optional.empty();
    String plain = dot < 0 ? kind : kind.substring(0, dot);
    return Optional.of(
        new Reference(group, plain, namespace, parts[parts.length - 1], word, place));
  }

  private static Optional<Reference> kpt(String word, Location place) {
    String[] parts = word.split("/", -1);
    boolean namespaced = parts.length == 5 && parts[1].equals("namespaces");
    if (!namespaced && parts.length != 3) {
      return Optional.empty();
    }
    Optional<String> namespace = namespaced ? Optional.of(parts[2]) : Optional.empty();
    String kind = parts[parts.length - 2];
    String name = parts[parts.length - 1];
    return kind.isBlank() || name.isBlank()
        ? Optional.empty()
        : Optional.of(new Reference(Optional.of(parts[0]), kind, namespace, name, word, place));
  }

  private static boolean hasBlank(String[] parts) {
    for (String part : parts) {
      if (part.isBlank()) {
        return true;
      }
    }
    return false;
  }
}
