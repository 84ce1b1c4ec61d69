package dev.pannier.kubernetes.cluster;

import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.kubernetes.api.ApiPath;
import dev.pannier.kubernetes.api.ApiRequest;
import dev.pannier.kubernetes.api.ApiResponse;
import dev.pannier.kubernetes.api.ApiServer;
import java.util.List;

/**
 * What containers wrote. That it cannot be had (the node is gone, the container never ran, it is
 * not allowed) is no reason for a command to fail: there are no lines then.
 */
final class PodLogs {

  private final ApiServer server;

  PodLogs(ApiServer server) {
    this.server = server;
  }

  /** The last lines; of the run before where the container has restarted and tells nothing yet. */
  List<String> last(ResourceId pod, String container, int lines) {
    String path = ApiPath.object("v1", pod.namespace(), "pods", pod.name()) + "/log";
    ApiRequest request =
        ApiRequest.get(path)
            .once()
            .accepting("*/*")
            .with("container", container)
            .with("tailLines", Integer.toString(lines));
    ApiResponse previous = server.send(request.with("previous", "true"));
    ApiResponse response =
        previous.isOk() && !previous.text().isEmpty() ? previous : server.send(request);
    return response.isOk() ? response.text().lines().toList() : List.of();
  }
}
