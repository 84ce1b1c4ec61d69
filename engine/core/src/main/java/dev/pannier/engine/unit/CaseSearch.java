package dev.pannier.engine.unit;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.DiskReason;
import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.problem.SourceMap;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the cases in a chart's tests/ folder, in the order of their names. */
public final class CaseSearch {
  private static final int DEEPEST = 20;

  private final TestFiles files;
  private final List<TestCase> cases = new ArrayList<>();
  private final Map<Path, Node> others = new LinkedHashMap<>();
  private final Problems problems = new Problems();

  private CaseSearch(TestFiles files) {
    this.files = files;
  }

  /**
   * What was found.
   *
   * @param warnings files that nobody uses, and the like
   */
  public record Found(List<TestCase> cases, List<Problem> warnings) {
    public Found {
      cases = List.copyOf(cases);
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * All cases of a chart; what is wrong with one of them is told when it runs.
   *
   * @param chart the chart's folder
   * @param shown what people call it
   * @throws ChartException when the folder cannot be read
   */
  public static Found in(Path chart, String shown) {
    CaseSearch search = new CaseSearch(new TestFiles(chart, shown));
    Path tests = search.files.folder();
    if (Files.isDirectory(tests)) {
      search.folder(tests, "", 0);
    }
    search.strays();
    return new Found(search.cases, search.problems.all());
  }

  private void folder(Path folder, String prefix, int depth) {
    if (depth > DEEPEST) {
      throw Problem.error("test.too-deep", "Folders lie in each other more than 20 deep.")
          .at(files.source(folder).whole())
          .exception();
    }
    for (Path entry : entries(folder)) {
      String name = String.valueOf(entry.getFileName());
      if (Files.isDirectory(entry)) {
        if (isCase(entry)) {
          cases.add(new CaseReader(files).ofFolder(prefix + name, entry));
        }
        folder(entry, prefix + name + "/", depth + 1);
      } else if (!isCase(folder) && (name.endsWith(".yaml") || name.endsWith(".yml"))) {
        list(entry, prefix + name.substring(0, name.lastIndexOf('.')));
      }
    }
  }

  private static boolean isCase(Path folder) {
    for (String name :
        List.of(TestFiles.VALUES, TestFiles.CASE, TestFiles.MANIFEST, TestFiles.ERROR)) {
      if (Files.exists(folder.resolve(name))) {
        return true;
      }
    }
    return false;
  }

  private List<Path> entries(Path folder) {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(entries::add);
    } catch (IOException e) {
      String name = files.source(folder).name();
      throw Problem.error(
              "chart.unreadable", "`" + name + "` cannot be read: " + DiskReason.of(e) + ".")
          .exception(e);
    }
    entries.sort((a, b) -> a.toString().compareTo(b.toString()));
    return entries;
  }

  /** A file of cases, or one that somebody else will have to use. */
  private void list(Path file, String name) {
    Optional<Source> source = files.find(file);
    boolean aboutDrawn = file.equals(files.folder().resolve(PropertyFile.NAME));
    if (source.isEmpty() || aboutDrawn) {
      return;
    }
    Problems found = new Problems();
    List<Node> documents = YamlReader.readAll(source.get(), SourceMap.of(source.get()), found);
    if (found.hasErrors()) {
      cases.add(broken(name, source.get().whole(), file, found.all()));
      return;
    }
    for (Node document : documents) {
      if (document instanceof ListNode list) {
        entries(file, name, list);
      } else {
        others.put(file, document);
      }
    }
  }

  private void entries(Path file, String group, ListNode list) {
    Set<String> names = new HashSet<>();
    int number = 0;
    for (Node item : list) {
      number++;
      Problems found = new Problems();
      CaseFields entry = new CaseFields(item instanceof MapNode map ? map : MapNode.EMPTY, found);
      String own = entry.text("name", Integer.toString(number));
      String name = group + "/" + own;
      if (!(item instanceof MapNode)) {
        found.add(
            Problem.error("test.wrong-type", "A case is a map, not " + Wording.of(item) + ".")
                .at(item.origin())
                .hint("Write for example `- name: it is served`, and `assert` below it."));
      } else if (!names.add(own)) {
        found.add(
            Problem.error("test.duplicate-name", "There is another case named `" + own + "` above.")
                .at(entry.place("name")));
      }
      cases.add(
          found.hasErrors()
              ? broken(name, item.origin(), file, found.all())
              : new CaseReader(files).ofEntry(name, entry, file));
    }
  }

  private static TestCase broken(String name, Location place, Path file, List<Problem> problems) {
    Expectation nothing =
        new Expectation(
            Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of(), true);
    return new TestCase(name, place, file, CaseInput.of(MapNode.EMPTY), nothing, problems);
  }

  private void strays() {
    others.forEach((file, content) -> {
      if (!files.isUsed(file)) {
        problems.add(stray(file, content));
      }
    });
  }

  private Problem stray(Path file, Node content) {
    String name = files.source(file).name();
    boolean suite = content instanceof MapNode map && (map.has("tests") || map.has("suite"));
    return Problem.warning(
            "test.stray-file", "`" + name + "` holds no list of cases, and no case uses it.")
        .at(files.source(file).whole())
        .hint(
            suite
                ? "It looks like a suite of helm-unittest; docs/testing-charts.md says how its"
                    + " assertions are written here."
                : "A file of cases is a list whose entries have `name`, `values` and `assert`.");
  }
}
