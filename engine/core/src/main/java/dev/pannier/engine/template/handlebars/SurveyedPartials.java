package dev.pannier.engine.template.handlebars;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.template.handlebars.Statement.Inline;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The partials of all charts, and which of them somebody calls: what {@link Partials} renders. */
final class SurveyedPartials {

  /** A partial and the file that it stands in. */
  record Found(String name, List<Statement> body, SurveyedFile file, Location place) {}

  private final Map<String, Found> inline = new LinkedHashMap<>();
  private final Map<String, Found> files = new LinkedHashMap<>();
  private final Map<String, Found> byName = new HashMap<>();
  private final Set<Found> called = new HashSet<>();

  /** Adds a file of partials by the names that it goes by. */
  void add(List<String> names, SurveyedFile file) {
    gather(file.statements(), file);
    boolean onlyDefines = file.statements().stream().allMatch(Inline.class::isInstance);
    Found whole = new Found(names.getFirst(), file.statements(), file, file.source().whole());
    if (!onlyDefines) {
      files.put(file.chart() + "/" + names.getFirst(), whole);
    }
    for (String name : names) {
      byName.put(file.chart() + "/" + name, whole);
      byName.put(file.chart() + "." + name, whole);
    }
  }

  private void gather(List<Statement> statements, SurveyedFile file) {
    for (Statement statement : statements) {
      if (statement instanceof Inline(String name, int at, List<Statement> body)) {
        inline.put(name, new Found(name, body, file, file.at(at)));
      }
    }
  }

  @Nullable Found find(String name, String chart) {
    Found found = inline.get(name);
    if (found == null) {
      found = byName.get(chart + "/" + name);
    }
    if (found == null) {
      found = byName.get(name);
    }
    if (found != null) {
      called.add(found);
    }
    return found;
  }

  /** Those that nobody asked for, by their names. */
  Map<String, Location> uncalled() {
    Map<String, Location> uncalled = new LinkedHashMap<>();
    inline.forEach((name, partial) -> {
      if (!called.contains(partial)) {
        uncalled.put(name, partial.place());
      }
    });
    files
        .values()
        .forEach(partial -> {
          if (!called.contains(partial)) {
            uncalled.put(partial.name(), partial.place());
          }
        });
    return uncalled;
  }
}
