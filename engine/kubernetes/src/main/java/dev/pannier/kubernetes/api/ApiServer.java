package dev.pannier.kubernetes.api;

import dev.pannier.engine.problem.ChartException;
import java.time.Duration;
import java.util.function.Consumer;

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
   * Asks for an answer that goes on for long, such as a watch, and returns when it ends. A thread
   * that waits here can be interrupted, which ends it.
   *
   * @param lines takes the answer line by line, on threads of the connection
   * @param quiet after how long without a sign of life the connection counts as broken
   * @return a refusal, or an answer without a body once it has ended, in order or broken off
   * @throws ChartException of reason UNAVAILABLE when there is no answer, or the server does not
   *     know who asks
   */
  ApiResponse stream(ApiRequest request, Consumer<String> lines, Duration quiet)
      throws InterruptedException;

  /**
   * A refusal as an exception that says who refused what, and what to do next.
   *
   * @param aim what was tried: {@code list the release records in namespace `web`}
   */
  ChartException refusal(String aim, ApiResponse response);
}
