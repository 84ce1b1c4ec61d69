package dev.pannier.engine.template.helper;

import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Helm 3.21 itself, as native code, rendering one chart over and over. */
public final class RealHelm {

  private final Path chart;

  private RealHelm(Path chart) {
    this.chart = chart;
  }

  /**
   * Helm with an empty folder for its chart; where it does not load, the test is skipped loudly.
   */
  public static RealHelm in(Path chart) throws IOException {
    RealHelm helm = new RealHelm(chart);
    helm.write("Chart.yaml", "apiVersion: v2\nname: c\nversion: 1.0.0\nappVersion: '2'\n");
    helm.write("templates/t.yaml", "loads: true\n");
    try {
      helm.rendered();
    } catch (LinkageError | IllegalStateException e) {
      String message = "Helm cannot be loaded here: nothing is compared with it. " + e;
      System.err.println("[WARNING] " + message);
      Assumptions.abort(message);
    }
    return helm;
  }

  public void write(String path, String text) {
    Path file = chart.resolve(path);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What its only template writes.
   *
   * @throws Refusal with Helm's message
   */
  public String render(String template) throws Refusal {
    write("templates/t.yaml", template);
    try {
      return rendered();
    } catch (IllegalStateException e) {
      String message = String.valueOf(e.getMessage()).split("\n\nUse --debug")[0].strip();
      throw new Refusal(message.substring(message.lastIndexOf(">: ") + 1).replaceFirst("^: ", ""));
    }
  }

  private String rendered() {
    String text = new Helm(chart).template().withName("r").withNamespace("n").call();
    return text.replaceFirst("(?s)^---\n# Source: [^\n]*\n", "");
  }

  /** Why Helm does not render. */
  public static final class Refusal extends Exception {
    Refusal(String message) {
      super(message);
    }
  }
}
