package dev.pannier.cli.command;

import dev.pannier.cli.output.ExitCode;
import dev.pannier.engine.chart.Dependency;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.unit.TestCase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs the cases of charts again whenever a file of theirs changes, until it is interrupted. */
final class WatchedTests {
  private static final String LOCAL = "file://";

  private final Call call;
  private final List<String> names;
  private final Map<String, Set<Path>> folders = new LinkedHashMap<>();

  WatchedTests(Call call, List<String> names) {
    this.call = call;
    this.names = names;
  }

  /** Runs all, then what is affected by each change. */
  ExitCode run() {
    ExitCode code = attempt(names, Set.of());
    Set<Path> all = new LinkedHashSet<>();
    folders.values().forEach(all::addAll);
    try (ChartWatch watch = ChartWatch.of(all)) {
      while (true) {
        call.print("\nWaiting for changes; Ctrl-C ends.\n");
        call.shell().out().flush();
        Set<Path> changed = watch.changes();
        call.print("\n");
        code = attempt(affected(changed), changed);
      }
    } catch (InterruptedException _) {
      return code;
    }
  }

  private List<String> affected(Set<Path> changed) {
    List<String> affected = new ArrayList<>();
    for (String name : names) {
      if (changed.stream().anyMatch(path -> isIn(path, folders.getOrDefault(name, Set.of())))) {
        affected.add(name);
      }
    }
    return affected;
  }

  private static boolean isIn(Path path, Set<Path> roots) {
    return roots.stream().anyMatch(path::startsWith);
  }

  /** A chart that is broken just now is told and will change again. */
  private ExitCode attempt(List<String> charts, Set<Path> changed) {
    try {
      List<ChartUnderTest> loaded = new ArrayList<>();
      for (String name : charts) {
        folders.computeIfAbsent(name, one -> new LinkedHashSet<>(Set.of(call.shell().path(one))));
        ChartUnderTest chart = ChartUnderTest.load(call, name);
        folders.put(name, folders(chart));
        loaded.add(chart.only(cases(chart, changed)));
      }
      return new UnitTests(call).run(loaded);
    } catch (ChartException e) {
      if (changed.isEmpty() && e.problems().stream().anyMatch(WatchedTests::isFinal)) {
        throw e;
      }
      call.warn(e.problems());
      return ExitCode.FAILED;
    }
  }

  /** Nothing that a change of the chart's files could mend. */
  private static boolean isFinal(Problem problem) {
    return List.of("chart.not-found", "test.not-a-folder", "test.unknown-case", "cli.flag-value")
        .contains(problem.code());
  }

  private static Set<Path> folders(ChartUnderTest chart) {
    Set<Path> folders = new LinkedHashSet<>();
    folders.add(chart.folder());
    for (Dependency dependency : chart.chart().metadata().dependencies()) {
      if (dependency.repository().startsWith(LOCAL)) {
        String path = dependency.repository().substring(LOCAL.length());
        folders.add(chart.folder().resolve(path).normalize());
      }
    }
    return folders;
  }

  /** The cases that are written where something changed; all where something else did. */
  private static List<TestCase> cases(ChartUnderTest chart, Set<Path> changed) {
    Set<TestCase> affected = new LinkedHashSet<>();
    for (Path path : changed) {
      List<TestCase> own = chart.cases().stream().filter(each -> each.isIn(path)).toList();
      if (own.isEmpty()) {
        return chart.cases();
      }
      affected.addAll(own);
    }
    return changed.isEmpty() ? chart.cases() : List.copyOf(affected);
  }
}
