package dev.pannier.engine.manifest.kind;

import dev.pannier.engine.problem.DiskReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file, or a folder with such files below it: custom resource definitions, or JSON schemas named
 * as in datreeio/CRDs-catalog: {@code GROUP/KIND_VERSION.json}.
 */
final class SchemaFiles implements SchemaLocation {

  private final String location;
  private @Nullable List<CustomKind> defined;

  SchemaFiles(String location) {
    if (!Files.exists(Path.of(location))) {
      throw SchemaDocument.problem("There is no file and no folder `" + location + "`.")
          .hint("`--schema-location` takes a file, a folder, or a path or URL with variables.")
          .exception();
    }
    this.location = location;
  }

  @Override
  public Optional<CustomKind> find(String apiVersion, String kind, KubeVersion kube) {
    Path path = Path.of(location);
    if (Files.isRegularFile(path)) {
      return SchemaDocument.read(location).flatMap(document -> document.find(apiVersion, kind));
    }
    Optional<CustomKind> named = named(path, apiVersion, kind);
    return named.isPresent() ? named : defined(path, apiVersion, kind);
  }

  private static Optional<CustomKind> named(Path folder, String apiVersion, String kind) {
    String version = apiVersion.substring(apiVersion.indexOf('/') + 1);
    String name = kind.toLowerCase(Locale.ROOT) + "_" + version + ".json";
    for (Path file : List.of(folder.resolve(ApiVersion.group(apiVersion)), folder)) {
      Optional<CustomKind> found =
          SchemaDocument.read(file.resolve(name).toString())
              .flatMap(document -> document.find(apiVersion, kind));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<CustomKind> defined(Path folder, String apiVersion, String kind) {
    if (defined == null) {
      defined = definitions(folder);
    }
    return defined.stream()
        .filter(each -> each.kind().equals(kind) && each.apiVersion().equals(apiVersion))
        .findFirst();
  }

  private static List<CustomKind> definitions(Path folder) {
    List<CustomKind> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(SchemaFiles::mayDefine).sorted().toList()) {
        SchemaDocument.read(file.toString())
            .ifPresent(document -> found.addAll(document.defined()));
      }
      return found;
    } catch (IOException | UncheckedIOException e) {
      throw SchemaDocument.problem("`" + folder + "` cannot be read: " + DiskReason.of(e) + ".")
          .exception(e);
    }
  }

  /** JSON schemas are found by their names; a definition in JSON needs a location of its own. */
  private static boolean mayDefine(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }
}
