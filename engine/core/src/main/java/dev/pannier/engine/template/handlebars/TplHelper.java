package dev.pannier.engine.template.handlebars;

import com.github.jknack.handlebars.HandlebarsException;
import com.github.jknack.handlebars.Template;
import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.TextNode;

/** {@code tpl text context}: renders a value as a template. */
final class TplHelper {

  private TplHelper() {}

  static Node tpl(Tag tag) {
    if (tag.size() < 1 || tag.size() > 2 || !(tag.node(0) instanceof TextNode text)) {
      throw tag.failure(
          Problem.error(
              "template.wrong-arguments", "`tpl` takes a string and at most one context."));
    }
    if (text.text().indexOf("{{") < 0) {
      return text;
    }
    Location place = tag.place();
    Template template = compile(tag, text, place);
    Scope here = tag.scope();
    Node model = tag.size() > 1 ? tag.node(1) : here.self();
    Scope inside = here.called(model, "tpl", new Frame(here.frame(), null));
    return tag.render()
        .deeper(
            "tpl",
            place,
            () -> {
              tag.render().collect(template, inside);
              return rendered(tag.render(), template, inside, text);
            });
  }

  private static Node rendered(Render render, Template template, Scope inside, TextNode text) {
    try {
      return TextNode.of(render.flat(template, inside));
    } catch (HandlebarsException e) {
      Problem problem = HandlebarsProgram.problem(render.compiler(), e);
      boolean ours = problem.location().source().text().equals(text.text());
      throw new Failure(ours ? noted(problem, text) : problem, e);
    }
  }

  private static Template compile(Tag tag, TextNode text, Location place) {
    Compiler compiler = tag.render().compiler();
    Source source = new Source("tpl", text.text());
    TemplateName name =
        new TemplateName(compiler.name(tag.body().filename()).chart(), compiler.nextId());
    Problems problems = new Problems();
    Template template = compiler.compile(name, source, problems);
    if (template == null) {
      Problem first = problems.all().getFirst();
      throw new Failure(noted(first, text).note("rendered by `tpl` here", place));
    }
    return template;
  }

  private static Problem noted(Problem problem, TextNode text) {
    return text.origin().isKnown()
        ? problem.note("the template is written here", text.origin())
        : problem;
  }
}
