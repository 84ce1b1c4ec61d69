package dev.pannier.engine.template.helper;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The pure helpers: their value depends on their arguments and {@link Surroundings} alone. A helper
 * that no template calls costs nothing: the classes of a group are loaded when it is first asked.
 */
public final class HelperTable {

  private HelperTable() {}

  /** The helper of a name. */
  public static Optional<HelperSpec> find(String name) {
    for (HelperGroup group : HelperGroup.values()) {
      if (group.has(name)) {
        return Optional.of(spec(group, name));
      }
    }
    return Optional.empty();
  }

  /** All helpers, by group. For documentation: it loads every one. */
  public static Collection<HelperSpec> all() {
    List<HelperSpec> all = new ArrayList<>();
    for (HelperGroup group : HelperGroup.values()) {
      for (String name : group.names()) {
        all.add(spec(group, name));
      }
    }
    return all;
  }

  private static HelperSpec spec(HelperGroup group, String name) {
    return switch (group) {
      case LOGIC -> LogicHelpers.spec(name);
      case PRINTING -> PrintHelpers.spec(name);
      case STRINGS -> StringHelpers.spec(name);
      case LINES -> LineHelpers.spec(name);
      case CASES -> CaseHelpers.spec(name);
      case MATH -> MathHelpers.spec(name);
      case FRACTIONS -> FractionHelpers.spec(name);
      case SEQUENCES -> SequenceHelpers.spec(name);
      case LISTS -> ListHelpers.spec(name);
      case DICTS -> DictHelpers.spec(name);
      case TYPES -> TypeHelpers.spec(name);
      case DATA -> DataHelpers.spec(name);
      case TOML -> TomlHelpers.spec(name);
      case ENCODING -> EncodingHelpers.spec(name);
      case SECRETS -> SecretHelpers.spec(name);
      case REGEX -> RegexHelpers.spec(name);
      case PATHS -> PathHelpers.spec(name);
      case VERSIONS -> VersionHelpers.spec(name);
      case DATES -> DateHelpers.spec(name);
      case DURATIONS -> DurationHelpers.spec(name);
      case RANDOM -> RandomHelpers.spec(name);
      case CERTIFICATES -> CertificateHelpers.spec(name);
    };
  }
}
