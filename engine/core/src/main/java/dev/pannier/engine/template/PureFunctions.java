package dev.pannier.engine.template;

import dev.pannier.engine.template.helper.HelperGroup;
import dev.pannier.engine.template.helper.HelperTable;
import dev.pannier.engine.template.language.Function;
import dev.pannier.engine.template.language.Functions;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The helpers that know nothing of a release; those found are kept for all renders. */
final class PureFunctions implements Functions {

  private final Set<String> names = new HashSet<>();
  private final Map<String, Optional<Function>> found = new ConcurrentHashMap<>();

  PureFunctions() {
    for (HelperGroup group : HelperGroup.values()) {
      names.addAll(group.names());
    }
  }

  @Override
  public Optional<Function> find(String name) {
    return names.contains(name)
        ? found.computeIfAbsent(name, PureFunctions::look)
        : Optional.empty();
  }

  private static Optional<Function> look(String name) {
    return HelperTable.find(name)
        .map(spec -> new Function(spec.helper(), spec.acceptsMissing()::accepts));
  }

  @Override
  public Iterable<String> names() {
    return new TreeSet<>(names);
  }
}
