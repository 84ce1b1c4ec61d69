package dev.pannier.engine.template.handlebars;

import com.github.jknack.handlebars.Template;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.template.language.Functions;
import dev.pannier.engine.template.language.Program;
import dev.pannier.engine.template.language.Survey;
import dev.pannier.engine.template.language.TemplateFile;
import dev.pannier.engine.template.language.TemplateLanguage;
import dev.pannier.engine.yaml.MapNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Handlebars: files that end in {@code .hbs}. */
public final class HandlebarsLanguage implements TemplateLanguage {

  private static final String SUFFIX = ".hbs";

  @Override
  public boolean owns(String path) {
    return path.endsWith(SUFFIX);
  }

  @Override
  public Program compile(List<TemplateFile> files, Problems problems) {
    Compiler compiler = new Compiler();
    Partials partials = new Partials();
    Map<String, Template> templates = new HashMap<>();
    for (TemplateFile file : files) {
      TemplateName name = new TemplateName(file.chart(), file.name());
      Template template = compiler.compile(name, file.source(), problems);
      if (template == null) {
        continue;
      }
      templates.put(file.name(), template);
      if (file.isPartial()) {
        lend(file, template, partials, compiler);
      }
    }
    return new HandlebarsProgram(compiler, partials, templates);
  }

  @Override
  public Survey survey(List<SurveyFile> files, Functions functions, MapNode values) {
    SurveyedPartials partials = new SurveyedPartials();
    Map<SurveyFile, SurveyedFile> rendered = new LinkedHashMap<>();
    for (SurveyFile each : files) {
      SurveyedFile file = SurveyedFile.of(each.file().chart(), each.file().source());
      if (each.file().isPartial()) {
        partials.add(names(each.file()), file);
      } else if (each.renders()) {
        rendered.put(each, file);
      }
    }
    Surveyor surveyor = new Surveyor(partials, functions, values);
    rendered.forEach((each, file) ->
        surveyor.walk(file.statements(), View.of(Meaning.root(each.values()), file)));
    return new Survey(
        surveyor.uses(), surveyor.hasComputedNames() ? Map.of() : partials.uncalled());
  }

  private static void lend(
      TemplateFile file, Template template, Partials partials, Compiler compiler) {
    for (Lent inline : Render.definitions(compiler, template)) {
      partials.add(inline);
    }
    List<String> names = names(file);
    partials.addFile(file.chart(), names, new Lent(names.getFirst(), template, null));
  }

  /** {@code templates/db/_names.hbs} is {@code names} and {@code db/names}. */
  private static List<String> names(TemplateFile file) {
    List<String> names = new ArrayList<>(2);
    String own = file.fileName();
    String name = own.substring(1, own.length() - SUFFIX.length());
    names.add(name);
    int folder = file.path().indexOf('/') + 1;
    int end = file.path().lastIndexOf('/');
    if (end > folder) {
      names.add(file.path().substring(folder, end + 1) + name);
    }
    return names;
  }
}
