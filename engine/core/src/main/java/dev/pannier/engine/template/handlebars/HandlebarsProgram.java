package dev.pannier.engine.template.handlebars;

import com.github.jknack.handlebars.HandlebarsError;
import com.github.jknack.handlebars.HandlebarsException;
import com.github.jknack.handlebars.Template;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.template.language.MarkedText;
import dev.pannier.engine.template.language.Program;
import dev.pannier.engine.template.language.RenderSession;
import dev.pannier.engine.template.language.TemplateFile;
import dev.pannier.engine.yaml.MapNode;
import java.util.Map;

/** Compiled Handlebars templates. */
final class HandlebarsProgram implements Program {

  private final Compiler compiler;
  private final Partials partials;
  private final Map<String, Template> templates;

  HandlebarsProgram(Compiler compiler, Partials partials, Map<String, Template> templates) {
    this.compiler = compiler;
    this.partials = partials;
    this.templates = Map.copyOf(templates);
  }

  @Override
  public MarkedText render(TemplateFile file, MapNode root, RenderSession session) {
    Template template = templates.get(file.name());
    if (template == null) {
      throw new IllegalStateException("not compiled: " + file.name());
    }
    Compiler own = compiler.fork();
    Render render = new Render(own, partials, session, root);
    Scope scope = Scope.root(render, root);
    try {
      render.collect(template, scope);
      render.write(template, scope);
    } catch (HandlebarsException e) {
      Problems problems = render.missing();
      problems.add(render.withCalls(problem(own, e)));
      throw new ChartException(problems.all(), e);
    } catch (StackOverflowError e) {
      throw Problem.error("template.too-deep", "Blocks and partials are nested too deep.")
          .at(file.source().whole())
          .hint("Let a partial that calls itself end by an `if`.")
          .exception(e);
    }
    render.missing().throwIfErrors();
    return new MarkedText(render.text(), render.insertions(), own::place);
  }

  /** The problem behind an exception of the library; a bug of ours goes on as one. */
  static Problem problem(Compiler compiler, HandlebarsException e) {
    if (e instanceof Failure failure) {
      return failure.problem();
    }
    HandlebarsError error = e.getError();
    if (error != null && e.getCause() instanceof Unplaced unplaced) {
      Location place = compiler.at(error.filename, error.line, error.column);
      return unplaced.at(place);
    }
    throw new IllegalStateException("the template engine failed", e);
  }
}
