package dev.pannier.kubernetes.api;

import dev.pannier.engine.problem.Problem;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Passes on what a server wants to be known, each only once. */
final class ServerWarnings {

  private final Set<String> told = ConcurrentHashMap.newKeySet();
  private final Consumer<Problem> listener;

  ServerWarnings(Consumer<Problem> listener) {
    this.listener = listener;
  }

  void tell(ApiResponse response) {
    for (String text : response.warnings()) {
      if (!text.isBlank() && told.add(text)) {
        listener.accept(
            Problem.warning(
                "cluster.warning", "The API server warns: " + ServerMessage.sentence(text)));
      }
    }
  }
}
