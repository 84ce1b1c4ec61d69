package dev.pannier.engine;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds docs/architecture.md against the code: packages, arrows, and the engine's silence. */
class ArchitectureTest {
  private static final String ROOT = "dev.pannier.engine";

  /**
   * Which package may import which, as docs/architecture.md has it; {@code problem} is open to all.
   */
  private static final Map<String, Set<String>> ARROWS = arrows();

  /** Drawn in the table, to be built. */
  private static final Set<String> NOT_BUILT = Set.of("overlay", "repository");

  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  @Test
  void every_package_was_seen() {
    var built = new TreeSet<>(ARROWS.keySet());
    built.removeAll(NOT_BUILT);
    var seen =
        CLASSES.stream()
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .map(ArchitectureTest::top)
            .collect(Collectors.toSet());

    assertThat(seen).containsAll(built);
    assertThat(CLASSES.size()).isGreaterThan(50);
  }

  @Test
  void every_package_is_in_the_table() {
    var unknown = CLASSES.stream().map(ArchitectureTest::top).collect(Collectors.toSet());
    unknown.removeAll(ARROWS.keySet());
    unknown.remove("");

    assertThat(unknown).isEmpty();
  }

  @Test
  void packages_import_only_what_the_table_draws() {
    assertThat(dependencies(edge -> isOurs(edge.getTargetClass())).filter(edge -> !isDrawn(edge)))
        .extracting(Dependency::getDescription)
        .isEmpty();
  }

  @Test
  void packages_are_free_of_cycles_at_every_depth() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void only_yaml_uses_snakeyaml() {
    assertUsedOnlyBy("yaml", "org.yaml.snakeyaml");
  }

  @Test
  void only_template_uses_handlebars() {
    assertUsedOnlyBy("template", "com.github.jknack.handlebars");
  }

  @Test
  void only_values_uses_the_schema_validator_and_its_json_library() {
    assertUsedOnlyBy("values", "com.networknt");
    assertUsedOnlyBy("values", "com.fasterxml.jackson.databind");
  }

  @Test
  void only_template_reads_toml() {
    assertUsedOnlyBy("template", "com.fasterxml.jackson.dataformat");
  }

  @Test
  void the_engine_is_silent_and_has_no_ambient_input() {
    assertThat(CLASSES.stream().flatMap(type -> type.getAccessesFromSelf().stream()))
        .filteredOn(ArchitectureTest::isAmbient)
        .extracting(JavaAccess::getDescription)
        .isEmpty();
  }

  private static Map<String, Set<String>> arrows() {
    // | `chart` | what lives there | yaml, values |
    var row = Pattern.compile("\\| `(\\w+)` \\|.*\\| *(.*?) *\\|");
    try (var lines = Files.lines(Path.of("..", "..", "docs", "architecture.md"))) {
      return lines
          .map(row::matcher)
          .filter(Matcher::matches)
          .collect(toMap(found -> found.group(1), found -> Set.of(found.group(2).split(", "))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isDrawn(Dependency edge) {
    var from = top(edge.getOriginClass());
    var to = top(edge.getTargetClass());
    // The facade sees everything, and nothing sees the facade.
    return from.isEmpty()
        || from.equals(to)
        || to.equals("problem")
        || ARROWS.getOrDefault(from, Set.of()).contains(to);
  }

  private static void assertUsedOnlyBy(String user, String library) {
    assertThat(dependencies(edge -> edge.getTargetClass().getPackageName().startsWith(library)))
        .filteredOn(edge -> !top(edge.getOriginClass()).equals(user))
        .extracting(Dependency::getDescription)
        .isEmpty();
  }

  private static boolean isAmbient(JavaAccess<?> access) {
    var name = access.getName();
    return switch (access.getTargetOwner().getName()) {
      case "java.lang.System" ->
          !Set.of("arraycopy", "identityHashCode", "nanoTime").contains(name);
      case "java.lang.Throwable" -> name.equals("printStackTrace");
      case "java.lang.Math" -> name.equals("random");
      case "java.lang.Runtime" -> name.equals("exit") || name.equals("halt");
      case "java.time.Clock" -> name.startsWith("system") || name.startsWith("tick");
      case "java.time.ZoneId", "java.util.TimeZone" ->
          name.equals("systemDefault") || name.equals("getDefault");
      case "java.util.Locale" -> name.equals("getDefault");
      case "java.util.Date", "java.util.Random" -> withoutArguments(access, "<init>");
      case "java.util.UUID" -> name.equals("randomUUID");
      case "java.util.concurrent.ThreadLocalRandom" -> name.equals("current");
      case String owner -> owner.startsWith("java.time.") && withoutArguments(access, "now");
    };
  }

  private static boolean withoutArguments(JavaAccess<?> access, String name) {
    return access.getTarget().getFullName().endsWith("." + name + "()");
  }

  private static Stream<Dependency> dependencies(Predicate<Dependency> which) {
    return CLASSES.stream()
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .filter(which);
  }

  private static boolean isOurs(JavaClass type) {
    return type.getPackageName().startsWith(ROOT);
  }

  /** The package right below the root, which its sub-packages belong to; empty for the root. */
  private static String top(JavaClass type) {
    var name = type.getPackageName();
    if (!name.startsWith(ROOT + ".")) {
      return "";
    }
    var below = name.substring(ROOT.length() + 1);
    return below.contains(".") ? below.substring(0, below.indexOf('.')) : below;
  }
}
