package dev.pannier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.cli.output.ExitCode;
import dev.pannier.test.Goldens;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageErrorsTest {
  @TempDir private Path directory;

  @Test
  void what_cannot_be_understood_is_told_with_what_to_do_next() {
    Terminal terminal = new Terminal(directory).chart();
    String[] lines = {
      "instal web web",
      "frobnicate",
      "get",
      "get value web",
      "get frob web",
      "install web web --sett a=b",
      "install web web --atomik",
      "install web",
      "install -g web web --sandbox s",
      "install a b c --sandbox s",
      "install web web --sandbox s --kube-context prod",
      "list --qps fast",
      "list --burst-limit 1.5",
      "install web web --sandbox s --timeout 300",
      "install web web --sandbox s --timeout",
      "install web web --sandbox s --wait=never",
      "install web web --sandbox s --force",
      "install web web --sandbox s --labels team",
      "upgrade web web --sandbox s --reuse-values --reset-values",
      "rollback web one --sandbox s",
      "list --sandbox s -o jsn",
      "list --sandbox s --max -1",
      "list --sandbox s --filter [",
      "list --sandbox s --selector a,,b",
      "version now",
      "version --short=maybe",
      "completion bsh",
      "env --color sometimes",
      "template web web -f - -f -",
    };
    for (String line : lines) {
      Terminal.Done done = terminal.run(line);
      assertThat(done.out()).as(line).isEmpty();
      assertThat(done.code()).as(line + "\n" + done.err()).isEqualTo(ExitCode.USAGE);
    }
    Goldens.in("errors").check("usage.txt", terminal.transcript());
  }

  @Test
  void an_unknown_cluster_address_is_told() {
    Terminal terminal = new Terminal(directory).with("PANNIER_CLUSTER", "prod");
    assertThat(terminal.run("list").code()).isEqualTo(ExitCode.USAGE);
    Goldens.in("errors").check("cluster-address.txt", terminal.transcript());
  }
}
