package dev.pannier.kubernetes.release;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.kubernetes.api.ApiResponse;
import java.util.Optional;

/** A write that is refused because its namespace is not there, or is going. */
final class MissingNamespace {

  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  private MissingNamespace() {}

  /** Says so; empty where a write is refused for another reason. */
  static Optional<ChartException> of(ApiResponse response) {
    MapNode details = response.object().map("details");
    if (response.status() == NOT_FOUND && details.text("kind").orElse("").equals("namespaces")) {
      String namespace = details.text("name").orElse("");
      return Optional.of(
          problem("There is no namespace `" + namespace + "`.")
              .hint(
                  "Install with `--create-namespace`, or make it: `kubectl create namespace "
                      + namespace
                      + "`.")
              .exception());
    }
    return response.status() == FORBIDDEN && isEnding(details)
        ? Optional.of(
            problem("The release's namespace is being deleted.")
                .hint("Wait until it is gone, then install with `--create-namespace`.")
                .exception())
        : Optional.empty();
  }

  private static boolean isEnding(MapNode details) {
    for (Node cause : details.list("causes")) {
      if (cause instanceof MapNode map
          && map.text("reason").orElse("").equals("NamespaceTerminating")) {
        return true;
      }
    }
    return false;
  }

  private static Problem problem(String message) {
    return Problem.error("release.no-namespace", message);
  }
}
