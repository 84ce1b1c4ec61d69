package dev.pannier.engine.template.language;

import dev.pannier.engine.problem.Problems;
import java.util.List;

/** A language that templates are written in. */
public interface TemplateLanguage {

  /** Whether a file under templates/ is written in it, by the file's name. */
  boolean owns(String path);

  /**
   * Compiles the templates of a chart and of all its subcharts together, since they lend each other
   * their partials. What is wrong goes to the problems; the rest is compiled.
   *
   * @param files subcharts first: what a parent defines wins over what its subcharts define
   */
  Program compile(List<TemplateFile> files, Problems problems);
}
