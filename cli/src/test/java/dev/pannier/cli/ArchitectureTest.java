package dev.pannier.cli;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.pannier.engine.problem.Problem;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The command line stands on what the engine exports, and on nothing behind it. */
class ArchitectureTest {
  private static final List<String> ENGINE_ONLY =
      List.of(
          "org.yaml.",
          "com.github.jknack.",
          "com.networknt.",
          "com.fasterxml.",
          "org.bouncycastle.",
          "org.apache.commons.");

  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  @Test
  void classes_were_seen() {
    assertThat(CLASSES).isNotEmpty();
  }

  @Test
  void of_the_engine_only_exported_packages_are_used() throws URISyntaxException {
    var exported = exportedByTheEngine();

    assertThat(dependencies(target -> target.startsWith("dev.pannier.engine")))
        .filteredOn(edge -> !exported.contains(edge.getTargetClass().getPackageName()))
        .extracting(Dependency::getDescription)
        .isEmpty();
  }

  @Test
  void libraries_of_the_engine_are_not_used_directly() {
    assertThat(dependencies(target -> ENGINE_ONLY.stream().anyMatch(target::startsWith)))
        .extracting(Dependency::getDescription)
        .isEmpty();
  }

  /** What one command needs, the others must not load: each start pays for each class. */
  @Test
  void two_classes_know_real_clusters_and_none_their_client() {
    assertThat(dependencies(target -> target.startsWith("dev.pannier.kubernetes")))
        .extracting(ArchitectureTest::file)
        .containsOnly("KubernetesBackend", "ReleaseStores");
    assertThat(dependencies(target -> target.startsWith("io.fabric8."))).isEmpty();
  }

  /** The class at the top of the file that a dependency starts from. */
  private static String file(Dependency edge) {
    return edge.getOriginClass().getName().replaceAll(".*\\.|\\$.*", "");
  }

  @Test
  void packages_are_free_of_cycles() {
    slices()
        .matching("dev.pannier.(**)")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  private static Set<String> exportedByTheEngine() throws URISyntaxException {
    var engine = Path.of(Problem.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    var module = ModuleFinder.of(engine).find("dev.pannier.engine").orElseThrow();
    return module.descriptor().exports().stream().map(Exports::source).collect(toSet());
  }

  private static Stream<Dependency> dependencies(Predicate<String> target) {
    return CLASSES.stream()
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .filter(edge -> target.test(edge.getTargetClass().getPackageName()));
  }
}
