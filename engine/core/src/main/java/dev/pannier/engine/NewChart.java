package dev.pannier.engine;

import dev.pannier.engine.authoring.AuthoredChart;
import dev.pannier.engine.authoring.ChartFiles;
import dev.pannier.engine.authoring.ReadmeProposal;
import dev.pannier.engine.authoring.SchemaProposal;
import dev.pannier.engine.authoring.Starter;
import dev.pannier.engine.authoring.StarterKind;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.unit.TestCase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/** Makes a chart from a starter. */
public final class NewChart {
  private static final int LONGEST = 53;
  private static final String METADATA = "Chart.yaml";

  private NewChart() {}

  /**
   * Makes a chart; its folder is whole, or not there. Pannier's own starters come with a schema, a
   * README with the table of values, and goldens of their tests.
   *
   * @param folder where it shall lie; the name of the folder is that of the chart
   * @param shown what people call the folder
   * @return the files that were made, by their paths in the folder
   * @throws dev.pannier.engine.problem.ChartException when the name is none for a chart, something
   *     is in the way, or the disk refuses
   */
  public static List<String> make(Path folder, String shown, Starter starter) {
    String name = String.valueOf(folder.getFileName());
    checkName(name);
    SortedMap<String, byte[]> files = starter.files(name);
    List<String> made = new ArrayList<>(files.keySet());
    new ChartFiles(folder, shown)
        .write(
            files,
            making -> {
              if (starter instanceof StarterKind) {
                finish(making, shown, files, made);
              }
            });
    Collections.sort(made);
    return made;
  }

  private static void checkName(String name) {
    boolean plain =
        !name.isEmpty()
            && name.length() <= LONGEST
            && name.chars().allMatch(NewChart::isPlain)
            && name.charAt(0) != '-'
            && !name.endsWith("-");
    if (!plain) {
      throw Problem.error("authoring.invalid-name", "`" + name + "` is no good name for a chart.")
          .hint(
              "Use lower-case letters, digits and `-` between them, "
                  + LONGEST
                  + " characters at most: names of resources are made of it.")
          .exception();
    }
  }

  private static boolean isPlain(int c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-';
  }

  /** Completes the chart and those inside it, the inner ones first: the outer ones read them. */
  private static void finish(
      Path making, String shown, SortedMap<String, byte[]> files, List<String> made) {
    List<String> charts = new ArrayList<>();
    for (String file : files.keySet()) {
      if (file.endsWith("/" + METADATA) || file.equals(METADATA)) {
        charts.add(file.substring(0, file.length() - METADATA.length()));
      }
    }
    charts.sort((one, other) -> Integer.compare(other.length(), one.length()));
    for (String chart : charts) {
      Path folder = making.resolve(chart);
      SchemaProposal.of(read(folder, shown), false)
          .filter(schema -> schema.file().differs())
          .ifPresent(schema -> {
            schema.file().write();
            if (schema.file().before().isEmpty()) {
              made.add(chart + SchemaProposal.FILE);
            }
          });
      ReadmeProposal.of(read(folder, shown)).file().write();
      goldens(making, folder, shown, made);
    }
  }

  private static void goldens(Path making, Path folder, String shown, List<String> made) {
    ChartTests tests = new ChartTests(read(folder, shown).chart(), folder, shown, "");
    for (TestCase testCase : tests.cases().cases()) {
      tests
          .update(testCase)
          .written()
          .ifPresent(file -> made.add(making.relativize(file).toString().replace('\\', '/')));
    }
  }

  private static AuthoredChart read(Path folder, String shown) {
    return AuthoredChart.read(folder, shown, new Problems());
  }
}
