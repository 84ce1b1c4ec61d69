package dev.pannier.test.cluster;

import java.time.Duration;
import java.util.List;

/** What goes wrong with a request on its way. */
public sealed interface Fault {

  /**
   * The server never gets it; the client's connection is closed.
   *
   * @param then what happens before the connection is closed, as the client's violent end
   */
  record DropRequest(Runnable then) implements Fault {}

  /**
   * The server has done what it asks, but its answer does not arrive; the client's connection is
   * closed.
   *
   * @param then what happens before the connection is closed, as the client's violent end
   */
  record DropAnswer(Runnable then) implements Fault {}

  /** It arrives late. */
  record Delay(Duration time) implements Fault {}

  /**
   * It arrives, after something else was done.
   *
   * @param first what is done before the server gets it
   */
  record Interpose(Runnable first) implements Fault {}

  /**
   * The server never gets it; the client gets another answer.
   *
   * @param headers further lines of the answer's head, as {@code Retry-After: 1}
   */
  record Answer(int status, String body, List<String> headers) implements Fault {
    public Answer {
      headers = List.copyOf(headers);
    }
  }

  /** The request is lost. */
  static Fault dropRequest() {
    return new DropRequest(() -> {});
  }

  /** The answer is lost. */
  static Fault dropAnswer() {
    return new DropAnswer(() -> {});
  }
}
