package dev.pannier.engine.unit;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import java.nio.file.Path;
import java.util.List;

/** One case of a chart's tests: what to render with, and what to expect. */
public final class TestCase {
  private final String name;
  private final Location place;
  private final Path home;
  private final CaseInput input;
  private final Expectation expectation;
  private final List<Problem> problems;

  TestCase(
      String name,
      Location place,
      Path home,
      CaseInput input,
      Expectation expectation,
      List<Problem> problems) {
    this.name = name;
    this.place = place;
    this.home = home;
    this.input = input;
    this.expectation = expectation;
    this.problems = List.copyOf(problems);
  }

  /** Its path below tests/: {@code production}, {@code ingress/is off by default}. */
  public String name() {
    return name;
  }

  /** The folder or the entry of a list that it is written in. */
  public Location place() {
    return place;
  }

  /** What to render with. */
  public CaseInput input() {
    return input;
  }

  /** Whether it is written in a file: that is in its folder, or its list of cases. */
  public boolean isIn(Path file) {
    return file.normalize().startsWith(home.normalize());
  }

  /** The folder or the list of cases that it is written in. */
  Path home() {
    return home;
  }

  Expectation expectation() {
    return expectation;
  }

  /** What is wrong with how it is written. */
  List<Problem> problems() {
    return problems;
  }
}
