package dev.pannier.kubernetes;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.yaml.JsonWriter;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.ScalarNode;
import dev.pannier.kubernetes.api.ServerAddress;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The program that a kubeconfig names in {@code exec}. It is started as it stands, through no
 * shell; what it tells its user goes to the user at once.
 */
final class CredentialPlugin {

  private static final int LAST_LINES = 5;

  private final MapNode exec;
  private final KubeConfig.Entry user;
  private final KubeConfig.Entry cluster;
  private final ServerAddress address;
  private final Surroundings surroundings;

  CredentialPlugin(
      KubeConfig.Entry user,
      KubeConfig.Entry cluster,
      ServerAddress address,
      Surroundings surroundings) {
    this.exec = user.content().map("exec");
    this.user = user;
    this.cluster = cluster;
    this.address = address;
    this.surroundings = surroundings;
  }

  String name() {
    return "`" + exec.text("command").orElse("") + "`";
  }

  /** What it writes. */
  String run() {
    Process process = started();
    Deque<String> last = new ArrayDeque<>();
    Thread errors = Thread.ofVirtual().start(() -> pass(process, last));
    try {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int code = process.waitFor();
      errors.join();
      if (code != 0) {
        throw failed("ended with the exit code " + code, last);
      }
      return output;
    } catch (IOException e) {
      throw failed("was cut off", last);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("was given up", last);
    } finally {
      process.destroy();
    }
  }

  private Process started() {
    ProcessBuilder builder = new ProcessBuilder(command());
    builder.environment().clear();
    builder.environment().putAll(surroundings.environment());
    builder.environment().putAll(variables());
    if (surroundings.interactive() && !"Never".equals(exec.text("interactiveMode").orElse(""))) {
      builder.redirectInput(ProcessBuilder.Redirect.INHERIT);
    }
    try {
      return builder.start();
    } catch (IOException e) {
      Problem problem =
          Problem.error(
                  "cluster.credential-plugin",
                  "The credential plugin "
                      + name()
                      + " for the API server "
                      + address
                      + " cannot be started.")
              .note("it is named in " + user.file(), Location.unknown())
              .hint(
                  exec.text("installHint").orElse("Install it, or put its folder into the PATH."));
      throw new ChartException(ChartException.Reason.UNAVAILABLE, List.of(problem), e);
    }
  }

  /**
   * The command and its arguments; one with a slash in it is relative to the kubeconfig's folder.
   */
  private List<String> command() {
    List<String> words = new ArrayList<>();
    String command = exec.text("command").orElse("");
    boolean relative = command.contains(File.separator) && !new File(command).isAbsolute();
    words.add(
        relative
            ? user.file().toAbsolutePath().resolveSibling(command).normalize().toString()
            : command);
    for (Node each : exec.list("args")) {
      if (each instanceof ScalarNode scalar) {
        words.add(scalar.text());
      }
    }
    return words;
  }

  private Map<String, String> variables() {
    Map<String, String> variables = new LinkedHashMap<>();
    for (Node each : exec.list("env")) {
      if (each instanceof MapNode map && map.get("value") instanceof ScalarNode value) {
        map.text("name").ifPresent(name -> variables.put(name, value.text()));
      }
    }
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("interactive", surroundings.interactive());
    if (BoolField.isTrue(exec, "provideClusterInfo")) {
      spec.put("cluster", clusterInfo());
    }
    Map<String, Object> info = new LinkedHashMap<>();
    info.put("kind", "ExecCredential");
    info.put("apiVersion", exec.text("apiVersion").orElse("client.authentication.k8s.io/v1"));
    info.put("spec", spec);
    variables.put("KUBERNETES_EXEC_INFO", JsonWriter.write(Node.of(info)));
    return variables;
  }

  private Map<String, Object> clusterInfo() {
    Map<String, Object> info = new LinkedHashMap<>();
    info.put("server", address.uri().toString());
    copy("tls-server-name", info);
    copy("insecure-skip-tls-verify", info);
    copy("certificate-authority-data", info);
    copy("proxy-url", info);
    ListNode extensions = cluster.content().list("extensions");
    for (Node each : extensions) {
      if (each instanceof MapNode map
          && "client.authentication.k8s.io/exec".equals(map.text("name").orElse(""))) {
        info.put("config", map.get("extension"));
      }
    }
    return info;
  }

  private void copy(String key, Map<String, Object> info) {
    Node value = cluster.content().get(key);
    if (value != null) {
      info.put(key, value);
    }
  }

  private void pass(Process process, Deque<String> last) {
    try (BufferedReader reader = process.errorReader(StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        surroundings.messages().accept(line);
        last.addLast(line);
        if (last.size() > LAST_LINES) {
          last.removeFirst();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ChartException failed(String what, Deque<String> last) {
    Problem problem =
        Problem.error(
                "cluster.credential-plugin",
                "The credential plugin "
                    + name()
                    + " for the API server "
                    + address
                    + " "
                    + what
                    + ".")
            .note("it is named in " + user.file(), Location.unknown());
    for (String line : last) {
      problem = problem.note("it said: " + line, Location.unknown());
    }
    return new ChartException(
        ChartException.Reason.UNAVAILABLE,
        List.of(problem.hint("Run it by hand, and log in again where it asks for that.")));
  }
}
