package dev.pannier.engine.chart;

import static dev.pannier.engine.chart.ChartFiles.CHART_YAML;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostileArchiveTest {

  private static List<Problem> problems(Consumer<ChartFiles.Tar> more) {
    byte[] bytes =
        ChartFiles.archive(tar -> {
          tar.file("web/Chart.yaml", CHART_YAML);
          more.accept(tar);
        });
    return catchThrowableOfType(
            ChartException.class,
            () ->
                ChartLoader.readArchive(new ByteArrayInputStream(bytes), "web.tgz", new Problems()))
        .problems();
  }

  @ParameterizedTest
  @CsvSource({
    "web/../../etc/passwd, leads out of the chart by `..`",
    "../etc/passwd, leads out of the chart by `..`",
    "web/a/.., leads out of the chart by `..`",
    "/etc/passwd, has an absolute path",
    "\\etc\\passwd, has an absolute path",
    "web\\..\\x, leads out of the chart by `..`",
    "web/..\\..\\x, mixes slashes and backslashes",
    "web/c:/x, names a drive",
    "C:/web/x, names a drive",
    "C:\\web\\x, names a drive",
    "Chart.yaml, lies beside the chart's folder",
    "web/a\tb, has control characters",
  })
  void names_that_lead_elsewhere_are_refused(String name, String why) {
    String written = name.replace("\\t", "\t");
    assertThat(problems(tar -> tar.file(written, "x")))
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.code()).isEqualTo("chart.archive-path");
          assertThat(problem.message()).contains(why);
        });
  }

  @Test
  void a_nul_in_a_name_is_refused_and_shown_as_text() {
    assertThat(problems(tar -> tar.file("web/" + "long/".repeat(30) + "a\0b.yaml", "x")))
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("a\\u0000b.yaml"));
  }

  @Test
  void links_are_refused() {
    assertThat(
            problems(tar -> {
              tar.link("web/values.yaml", TarConstants.LF_SYMLINK, "/etc/passwd");
              tar.link("web/x", TarConstants.LF_LINK, "web/Chart.yaml");
            }))
        .extracting(Problem::message)
        .containsExactly(
            "The entry `web/values.yaml` of the archive is a link to `/etc/passwd`.",
            "The entry `web/x` of the archive is a link to `web/Chart.yaml`.");
  }

  @Test
  void devices_and_pipes_are_refused() {
    assertThat(
            problems(tar -> {
              tar.special("web/a", TarConstants.LF_CHR);
              tar.special("web/b", TarConstants.LF_BLK);
              tar.special("web/c", TarConstants.LF_FIFO);
            }))
        .extracting(Problem::code)
        .containsOnly("chart.archive-irregular")
        .hasSize(3);
  }

  @Test
  void a_file_that_comes_twice_is_refused_whatever_the_spelling() {
    assertThat(
            problems(tar -> {
              tar.file("web/./Chart.yaml", "a");
              tar.file("other/Chart.yaml", "b");
              tar.file("web//Chart.yaml", "c");
            }))
        .extracting(Problem::code)
        .containsOnly("chart.archive-duplicate")
        .hasSize(3);
  }

  @Test
  void a_file_that_is_too_large_is_refused_by_name() {
    byte[] noise = new byte[5 * 1024 * 1024 + 1];
    new Random(1).nextBytes(noise);
    assertThat(problems(tar -> tar.file("web/big.bin", noise)))
        .extracting(Problem::message)
        .containsExactly(
            "The file `web.tgz/big.bin` has 5242881 bytes; a file of a chart has 5 MiB at most.");
  }

  @Test
  void a_bomb_is_put_out_early() {
    assertThat(problems(tar -> tar.file("web/bomb", new byte[64 * 1024 * 1024])))
        .extracting(Problem::code)
        .contains("chart.archive-bomb");
  }

  @Test
  void a_bomb_in_small_pieces_is_put_out_too() {
    byte[] piece = new byte[1024 * 1024];
    assertThat(
            problems(tar -> {
              for (int i = 0; i < 40; i++) {
                tar.file("web/" + i, piece);
              }
            }))
        .extracting(Problem::code)
        .containsExactly("chart.archive-bomb");
  }

  @Test
  void a_bomb_inside_a_subchart_inside_a_subchart_is_put_out() {
    byte[] bomb =
        ChartFiles.archive(tar -> {
          for (int i = 0; i < 10; i++) {
            tar.file("b/" + i, new byte[1024 * 1024]);
          }
        });
    byte[] middle = ChartFiles.archive(tar -> tar.file("m/charts/bomb.tgz", bomb));
    assertThat(problems(tar -> tar.file("web/charts/middle.tgz", middle)))
        .extracting(Problem::code)
        .contains("chart.archive-bomb");
  }

  @Test
  void too_many_files_are_refused() {
    assertThat(
            problems(tar -> {
              for (int i = 0; i < 10_000; i++) {
                tar.file("web/" + i, "");
              }
            }))
        .extracting(Problem::message)
        .containsExactly(
            "The chart has more than 10000 files; `web.tgz/web/9999` is one too many.");
  }

  @Test
  void random_garbage_never_gets_past_the_reader_and_is_never_a_bug() {
    Random random = new Random(42);
    byte[] honest = ChartFiles.archive(tar -> tar.file("web/Chart.yaml", CHART_YAML));
    for (int round = 0; round < 400; round++) {
      byte[] bytes = honest.clone();
      for (int i = 0; i < 1 + round % 5; i++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      try {
        ChartLoader.readArchive(new ByteArrayInputStream(bytes), "web.tgz", new Problems());
      } catch (ChartException refused) {
        assertThat(refused.problems()).isNotEmpty();
      }
    }
  }

  @Test
  void garbage_inside_the_tar_is_never_a_bug() throws IOException {
    Random random = new Random(43);
    byte[] honest =
        new GZIPInputStream(
                new ByteArrayInputStream(
                    ChartFiles.archive(tar -> {
                      tar.file("web/Chart.yaml", CHART_YAML);
                      tar.file("web/" + "long/".repeat(40) + "x", "x");
                    })))
            .readAllBytes();
    for (int round = 0; round < 400; round++) {
      byte[] bytes = honest.clone();
      for (int i = 0; i < 1 + round % 5; i++) {
        bytes[random.nextInt(3072)] = (byte) random.nextInt(256);
      }
      try {
        ChartLoader.readArchive(
            new ByteArrayInputStream(ChartFiles.gzip(bytes)), "web.tgz", new Problems());
      } catch (ChartException refused) {
        assertThat(refused.problems()).isNotEmpty();
      }
    }
  }
}
