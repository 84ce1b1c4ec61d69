package dev.pannier.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pannier.test.Goldens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionTest {
  @TempDir private Path directory;

  @Test
  void a_script_for_each_shell() {
    for (String shell : new String[] {"bash", "zsh", "fish"}) {
      Goldens.in("completion")
          .check(shell + ".txt", new Terminal(directory).run("completion " + shell).out());
    }
  }

  @Test
  void bash_completes_verbs_flags_values_and_releases() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")));
    thenCompleted("", "install upgrade rollback uninstall plan");
    thenCompleted("ins", "install");
    thenCompleted("get met", "metadata");
    thenCompleted("install --ato", "--atomic");
    thenCompleted("-n shop unin", "uninstall");
    thenCompleted("list -o ", "table json yaml");
    thenCompleted("helpers we", "web-of");
    thenCompleted("status ", "web-of -n-shop");
    thenCompleted("status -n shop w", "web-of");
    thenCompleted("status --kube-context prod w", "web-of");
    thenCompleted("list -n we", "web-of");
    thenCompleted("list --kube-t", "--kube-token --kube-tls-server-name");
  }

  /** Completes a line in a bash in which {@code pannier list -q -n shop} lists some releases. */
  private void thenCompleted(String line, String expected) throws Exception {
    Path script = directory.resolve("pannier.bash");
    Files.writeString(script, new Terminal(directory).run("completion bash").out());
    String driver =
        """
        pannier() { echo "web-of"; echo "${3:--n-shop}"; }
        source %s
        COMP_WORDS=(pannier %s)
        [[ '%s' == *' ' || -z '%s' ]] && COMP_WORDS+=('')
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        _pannier
        echo "${COMPREPLY[*]}"
        """
            .formatted(script, line, line, line);
    assertThat(bash(driver)).as(line).startsWith(expected);
  }

  private String bash(String driver) throws IOException, InterruptedException {
    Process bash = new ProcessBuilder("/bin/bash", "-c", driver).redirectErrorStream(true).start();
    String output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor()).as(output).isZero();
    return output;
  }
}
