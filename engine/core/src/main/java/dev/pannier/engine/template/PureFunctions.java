package dev.pannier.engine.template;

import dev.pannier.engine.template.helper.HelperGroup;
import dev.pannier.engine.template.helper.HelperTable;
import dev.pannier.engine.template.language.Function;
import dev.pannier.engine.template.language.Functions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The helpers that know nothing of a release. */
final class PureFunctions implements Functions {

  @Override
  public Optional<Function> find(String name) {
    return HelperTable.find(name)
        .map(spec -> new Function(spec.helper(), spec.acceptsMissing()::accepts));
  }

  @Override
  public Iterable<String> names() {
    List<String> names = new ArrayList<>();
    for (HelperGroup group : HelperGroup.values()) {
      names.addAll(group.names());
    }
    return names;
  }
}
