package dev.pannier.engine.manifest.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every line of the shipped schemas can be read, and leads somewhere, in every release. */
class CatalogTest {

  private static final SchemaText TEXT = SchemaText.builtIn();

  private final Catalog catalog = new Catalog(TEXT, TEXT.newest());

  static Stream<Catalog> releases() {
    return IntStream.rangeClosed(TEXT.oldest().minor(), TEXT.newest().minor())
        .mapToObj(minor -> new Catalog(TEXT, new KubeVersion(minor)));
  }

  @Test
  void every_type_is_reached_from_a_kind_of_some_release() {
    Set<String> seen = new TreeSet<>();
    releases().forEach(release -> seen.addAll(reached(release)));

    int blocks = SchemaText.resource("kinds.txt").split("\n\ntype ").length - 1;
    assertThat(seen).hasSize(blocks).hasSizeGreaterThan(500);
  }

  @Test
  void releases_are_those_of_seven_years() {
    assertThat(TEXT.oldest()).hasToString("1.20");
    assertThat(TEXT.newest().minor()).isGreaterThanOrEqualTo(36);
  }

  private static Set<String> reached(Catalog catalog) {
    Set<String> seen = new TreeSet<>();
    Deque<String> next = new ArrayDeque<>();
    catalog.kinds().forEach(kind -> next.add(kind.type()));
    while (!next.isEmpty()) {
      String name = next.remove();
      if (seen.add(name)) {
        StructType type = catalog.type(name);
        assertThat(type.name()).isEqualTo(name);
        type.fields().values().forEach(field -> addTypes(field.type(), next));
      }
    }
    return seen;
  }

  @ParameterizedTest
  @MethodSource("releases")
  void every_kind_has_the_fields_that_all_objects_have(Catalog catalog) {
    catalog
        .kinds()
        .forEach(kind ->
            assertThat(catalog.type(kind.type()).fields())
                .as(kind.toString())
                .containsKeys("apiVersion", "kind", "metadata"));
  }

  @ParameterizedTest
  @MethodSource("releases")
  void the_keys_of_a_list_are_fields_of_its_items(Catalog catalog) {
    Set<String> seen = new TreeSet<>();
    catalog.kinds().forEach(kind -> assertKeysExist(catalog, catalog.type(kind.type()), seen));
  }

  @Test
  void what_replaces_a_deprecated_kind_is_a_kind() {
    Set<String> known = new TreeSet<>();
    releases()
        .forEach(release ->
            release.kinds().forEach(kind -> known.add(kind.apiVersion() + "/" + kind.kind())));
    releases()
        .forEach(release ->
            release
                .kinds()
                .forEach(kind -> {
                  boolean other = kind.use().indexOf('/') != kind.use().lastIndexOf('/');
                  assertThat(known)
                      .contains(
                          kind.use().isEmpty() || other
                              ? "v1/Pod"
                              : kind.use() + "/" + kind.kind());
                }));
  }

  @Test
  void what_was_removed_is_in_no_schema_and_what_replaces_it_is() {
    SchemaText.resource("removed.txt")
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split(" ", 5))
        .forEach(words -> {
          for (String kind : words[1].split(",")) {
            assertThat(catalog.kind(words[0], kind)).as(words[0] + " " + kind).isNull();
            if (!words[3].equals("-")) {
              assertThat(catalog.kind(words[3], kind)).as(words[3] + " " + kind).isNotNull();
            }
          }
        });
  }

  @Test
  void a_name_that_is_not_there_is_a_bug() {
    assertThatThrownBy(() -> catalog.type("apps.v1.Nothing"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("apps.v1.Nothing");
  }

  @Test
  void a_word_that_nobody_knows_is_a_bug() {
    assertThatThrownBy(() -> FieldLine.read("name string requird"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("requird");
  }

  private static void assertKeysExist(Catalog catalog, StructType type, Set<String> seen) {
    if (!seen.add(type.name())) {
      return;
    }
    for (Field field : type.fields().values()) {
      if (field.type() instanceof FieldType.ListOf(FieldType.Named named)) {
        assertThat(catalog.type(named).fields().keySet())
            .as(type.name() + "." + field.name())
            .containsAll(field.keys().keySet());
      }
      Deque<String> next = new ArrayDeque<>();
      addTypes(field.type(), next);
      next.forEach(name -> assertKeysExist(catalog, catalog.type(name), seen));
    }
  }

  private static void addTypes(FieldType type, Deque<String> next) {
    switch (type) {
      case FieldType.Named named -> next.add(named.name());
      case FieldType.FreeOr free -> next.add(free.type().name());
      case FieldType.ListOf list -> addTypes(list.item(), next);
      case FieldType.MapOf map -> addTypes(map.value(), next);
      case FieldType.Basic _ -> {}
    }
  }
}
