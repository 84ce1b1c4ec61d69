package dev.pannier.engine.template.language;

import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.yaml.MapNode;
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

  /**
   * Reads templates for what they ask of values, without rendering them.
   *
   * @param files as {@link #compile} has them; of those whose problems it tells little is known
   * @param functions what templates can call
   * @param values the defaults: some of their texts may be templates
   */
  Survey survey(List<SurveyFile> files, Functions functions, MapNode values);

  /**
   * A template and where the values of its chart lie.
   *
   * @param values the keys that lead to them from the root of all values
   * @param renders whether it writes something by itself
   */
  record SurveyFile(TemplateFile file, List<String> values, boolean renders) {}
}
