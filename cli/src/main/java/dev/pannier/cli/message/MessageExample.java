package dev.pannier.cli.message;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How to come by a problem. */
public sealed interface MessageExample {

  /**
   * Files and what to run beside them; {@link MessageCatalogue#exampleChart()} is there too, unless
   * a file here replaces one of its own.
   *
   * @param files texts by their paths
   * @param commands lines of a shell; the last one raises the problem
   */
  record Shown(Map<String, String> files, List<String> commands) implements MessageExample {
    public Shown {
      files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
      commands = List.copyOf(commands);
    }
  }

  /**
   * It is shown elsewhere.
   *
   * @param page a page of the documentation
   */
  record Elsewhere(String page) implements MessageExample {}

  /**
   * There is none.
   *
   * @param reason why, one sentence
   */
  record None(String reason) implements MessageExample {}
}
