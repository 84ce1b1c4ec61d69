package dev.pannier.engine.template.handlebars;

import com.github.jknack.handlebars.EscapingStrategy;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.HandlebarsError;
import com.github.jknack.handlebars.HandlebarsException;
import com.github.jknack.handlebars.Template;
import com.github.jknack.handlebars.io.StringTemplateSource;
import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.template.language.LineStarts;
import dev.pannier.engine.template.language.Marks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiles templates and leads from what the library says of them back to their sources. */
final class Compiler {

  private final @Nullable Compiler parent;
  private final Handlebars handlebars;
  private final Map<String, Canonical> templates = new HashMap<>();

  /** In the order of their place marks. */
  private final List<Canonical> byPlace = new ArrayList<>();

  private int nextPlace;

  Compiler() {
    parent = null;
    handlebars =
        new Handlebars(new NoLoader())
            .with(new Registry())
            .with(EscapingStrategy.NOOP)
            .infiniteLoops(true)
            .preEvaluatePartialBlocks(false);
  }

  private Compiler(Compiler parent) {
    this.parent = parent;
    this.handlebars = parent.handlebars;
    this.nextPlace = parent.nextPlace;
  }

  /** One that knows all of this one's templates and can compile more without touching it. */
  Compiler fork() {
    return new Compiler(this);
  }

  /** Compiles a template; null where it has problems. */
  @Nullable Template compile(TemplateName name, Source source, Problems problems) {
    Source clean = new Source(source.name(), source.text().replace("\r\n", "\n"));
    int odd = Marks.find(clean.text());
    if (odd >= 0) {
      problems.add(
          Problem.error(
                  "template.noncharacter",
                  "The character U+%04X is no character of any text."
                      .formatted((int) clean.text().charAt(odd)))
              .at(new LineStarts(clean.text()).at(clean, odd))
              .hint("Take it out."));
      return null;
    }
    Problems own = new Problems();
    Canonical canonical = Canonicalizer.rewrite(name, clean, nextPlace, own);
    nextPlace += canonical.places().length;
    templates.put(name.id(), canonical);
    byPlace.add(canonical);
    Template template = own.hasErrors() ? null : compile(canonical, own);
    problems.addAll(own.all());
    return template;
  }

  private @Nullable Template compile(Canonical canonical, Problems problems) {
    try {
      return handlebars.compile(new StringTemplateSource(canonical.file().id(), canonical.text()));
    } catch (HandlebarsException e) {
      problems.add(syntax(canonical, e));
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Problem syntax(Canonical canonical, HandlebarsException e) {
    HandlebarsError error = e.getError();
    Location place =
        error == null ? canonical.source().whole() : canonical.at(error.line, error.column);
    return Problem.error("template.syntax", "This tag cannot be read.")
        .at(place)
        .hint(
            "A tag is a path (`Values.image.tag`) or a helper and its arguments"
                + " (`default \"x\" Values.name`); names with other characters stand in brackets:"
                + " `Values.[my key]`.");
  }

  /** A name for a template that no file holds. */
  String nextId() {
    return "tpl-" + templates.size();
  }

  private Canonical canonical(String id) {
    Canonical found = templates.get(id);
    if (found != null) {
      return found;
    }
    if (parent == null) {
      throw new IllegalStateException("no template " + id);
    }
    return parent.canonical(id);
  }

  /** The place of a compiled tag. */
  Location at(Template tag) {
    int[] position = tag.position();
    return tag.filename().isEmpty()
        ? Location.unknown()
        : at(tag.filename(), position[0], position[1]);
  }

  Location at(String id, int line, int column) {
    return canonical(id).at(line, column);
  }

  TemplateName name(String id) {
    return canonical(id).file();
  }

  /** Whether inline partials stand in a template. */
  boolean definesPartials(Template template) {
    return !template.filename().isEmpty() && canonical(template.filename()).definesPartials();
  }

  /** The place that a mark in rendered text stands for. */
  Location place(int number) {
    if (byPlace.isEmpty() || number < byPlace.getFirst().firstPlace()) {
      return parent == null ? Location.unknown() : parent.place(number);
    }
    int low = 0;
    int high = byPlace.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (byPlace.get(middle).firstPlace() <= number) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return byPlace.get(low).place(number);
  }
}
