package dev.pannier.engine;

import dev.pannier.engine.template.helper.EngineHelpers;
import dev.pannier.engine.template.helper.HelperGroup;
import dev.pannier.engine.template.helper.HelperPage;
import dev.pannier.engine.template.helper.HelperSpec;
import dev.pannier.engine.template.helper.HelperTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What templates can call. It loads no template language. */
public final class TemplateHelpers {

  private TemplateHelpers() {}

  /** Their names, in the order in which the documentation tells them. */
  public static List<String> names() {
    List<String> names = new ArrayList<>(EngineHelpers.NAMES);
    for (HelperGroup group : HelperGroup.values()) {
      names.addAll(group.names());
    }
    return names;
  }

  /** All of them, in the same order, those of a group in a row. */
  public static List<TemplateHelper> all() {
    return names().stream().flatMap(name -> find(name).stream()).toList();
  }

  /** The helper of a name. */
  public static Optional<TemplateHelper> find(String name) {
    return EngineHelpers.find(name)
        .or(() -> HelperTable.find(name).map(HelperSpec::page))
        .map(TemplateHelpers::of);
  }

  private static TemplateHelper of(HelperPage page) {
    return new TemplateHelper(
        page.name(),
        page.group(),
        page.signature(),
        page.summary(),
        page.example(),
        page.exampleResult(),
        page.difference());
  }
}
