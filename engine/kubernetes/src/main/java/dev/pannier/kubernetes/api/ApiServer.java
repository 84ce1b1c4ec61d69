package dev.pannier.kubernetes.api;

import dev.pannier.engine.problem.ChartException;

/** An API server that one is connected to. Safe for use by several threads. */
public interface ApiServer {

  /**
   * Asks, and waits for the answer. What can be asked again without harm is, while the server is
   * overloaded, restarting or out of reach; an answer that comes back is its last word, and may
   * well be a refusal: see {@link ApiResponse#isOk}.
   *
   * @throws ChartException of reason UNAVAILABLE when there is no answer, or the server does not
   *     know who asks
   */
  ApiResponse send(ApiRequest request);

  /**
   * A refusal as an exception that says who refused what, and what to do next.
   *
   * @param aim what was tried: {@code list the release records in namespace `web`}
   */
  ChartException refusal(String aim, ApiResponse response);
}
