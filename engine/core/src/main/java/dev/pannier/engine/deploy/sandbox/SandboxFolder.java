package dev.pannier.engine.deploy.sandbox;

import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.release.DurableFile;
import dev.pannier.engine.yaml.JsonReader;
import dev.pannier.engine.yaml.JsonWriter;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.YamlReader;
import dev.pannier.engine.yaml.YamlWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files of a sandbox: {@code NAMESPACE/Kind.name.yaml}, {@code _cluster/Kind.name.yaml}, and in
 * {@code .pannier/fields/} beside each who set which fields. Only who holds the lock comes here.
 */
final class SandboxFolder {

  static final String CLUSTER = "_cluster";

  /** Namespaces that every cluster has. */
  private static final List<String> FIRST_NAMESPACES = List.of("default", "kube-system");

  private static final Set<String> OWN_GROUPS =
      Set.of(
          "admissionregistration.k8s.io",
          "apiextensions.k8s.io",
          "apiregistration.k8s.io",
          "certificates.k8s.io",
          "coordination.k8s.io",
          "discovery.k8s.io",
          "networking.k8s.io",
          "node.k8s.io",
          "rbac.authorization.k8s.io",
          "resource.k8s.io",
          "scheduling.k8s.io",
          "storage.k8s.io");

  private final Path root;
  private final Map<Path, Read> files = new HashMap<>();

  /** A file as last read or written, so that what did not change is not read again. */
  private record Read(FileTime modified, long size, String file, MapNode content, String digest) {

    boolean fits(BasicFileAttributes attributes) {
      return modified.equals(attributes.lastModifiedTime())
          && size == attributes.size()
          && file.equals(String.valueOf(attributes.fileKey()));
    }
  }

  SandboxFolder(Path root) {
    this.root = root;
  }

  /** Reads all objects, and notes what people did to the files meanwhile. */
  void load(World world) throws IOException {
    for (Path folder : entries(root)) {
      String name = String.valueOf(folder.getFileName());
      if (!name.startsWith(".") && Files.isDirectory(folder)) {
        for (Path file : entries(folder)) {
          if (file.toString().endsWith(".yaml")) {
            load(world, file, name.equals(CLUSTER) ? "" : name);
          }
        }
      }
    }
    for (String name : FIRST_NAMESPACES) {
      if (world.get(new Key("", "Namespace", "", name)).isEmpty()) {
        world.create(
            Tree.map("apiVersion", "v1", "kind", "Namespace", "metadata", Tree.map("name", name)));
      }
    }
  }

  private void load(World world, Path file, String namespace) throws IOException {
    Read known = read(file);
    MapNode object = known.content;
    MapNode metadata = object.map("metadata");
    if (!namespace.isEmpty() && metadata.text("namespace").isEmpty()) {
      object = Tree.set(object, namespace, "metadata", "namespace");
    }
    Key key = Key.of(object);
    if (!file.equals(file(key))) {
      throw Problem.error(
              "sandbox.misnamed-file", "`" + file + "` holds the object of another file.")
          .at(object.origin())
          .hint("Name the file `" + root.relativize(file(key)) + "`.")
          .exception();
    }
    if (metadata.text("uid").isEmpty()) {
      world.create(object);
      return;
    }
    Path beside = fieldsFile(key);
    FieldRecord record =
        Files.exists(beside) ? FieldRecord.read(read(beside).content) : FieldRecord.NONE;
    world.load(key, object, record);
    if (!record.equals(FieldRecord.NONE) && !record.digest().equals(known.digest)) {
      world.edited(key, record.digested(known.digest));
    }
  }

  /**
   * Writes what changed. Who set which fields is written first in a form that fits both the old and
   * the new object: a process killed between the two leaves no field that nobody set.
   */
  void save(World world) throws IOException {
    for (Key key : world.changed()) {
      Path file = file(key);
      Path beside = fieldsFile(key);
      if (world.get(key).isEmpty()) {
        Files.deleteIfExists(file);
        Files.deleteIfExists(beside);
        files.remove(file);
        continue;
      }
      MapNode object = world.get(key).orElseThrow();
      FieldRecord next = world.fields(key);
      if (next.equals(FieldRecord.NONE)) {
        write(file, object);
        continue;
      }
      FieldRecord old =
          Files.exists(beside) && Files.exists(file)
              ? FieldRecord.read(read(beside).content)
              : FieldRecord.NONE;
      next = next.digested(Tree.digest(World.written(object)));
      if (next.equals(old)) {
        write(file, object);
        continue;
      }
      FieldRecord both = old.leadingTo(next);
      write(beside, both.write());
      write(file, object);
      if (!both.equals(next)) {
        write(beside, next.write());
      }
    }
  }

  private void write(Path file, MapNode content) throws IOException {
    String text =
        file.toString().endsWith(".json")
            ? JsonWriter.write(content) + "\n"
            : YamlWriter.write(inOrder(content));
    DurableFile.replace(file, text);
    remember(file, content);
  }

  /** People read the status last. */
  private static MapNode inOrder(MapNode object) {
    Node status = object.get("status");
    return status == null ? object : object.without("status").with("status", status);
  }

  private Read read(Path file) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    Read known = files.get(file);
    if (known != null && known.fits(attributes)) {
      return known;
    }
    Source source = new Source(file.toString(), Files.readString(file));
    Node node =
        file.toString().endsWith(".json") ? JsonReader.read(source) : YamlReader.read(source);
    if (node instanceof MapNode map) {
      return remember(file, map);
    }
    throw Problem.error("sandbox.not-an-object", "`" + file + "` holds no object.")
        .at(source.whole())
        .hint("Mend or remove the file.")
        .exception();
  }

  private Read remember(Path file, MapNode content) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    Read now =
        new Read(
            attributes.lastModifiedTime(),
            attributes.size(),
            String.valueOf(attributes.fileKey()),
            content,
            Tree.digest(World.written(content)));
    files.put(file, now);
    return now;
  }

  private Path file(Key key) {
    return root.resolve(folder(key)).resolve(fileName(key) + ".yaml");
  }

  private Path fieldsFile(Key key) {
    return root.resolve(".pannier")
        .resolve("fields")
        .resolve(folder(key))
        .resolve(fileName(key) + ".json");
  }

  private static String folder(Key key) {
    return key.namespace().isEmpty() ? CLUSTER : key.namespace();
  }

  /** Names of roles may hold colons, which some file systems refuse. */
  private static String fileName(Key key) {
    String kind = isShort(key.group()) ? key.kind() : key.kind() + "." + key.group();
    return kind + "." + key.name().replace(":", "%3A");
  }

  /** No two kinds of Kubernetes' own groups have the same name. */
  private static boolean isShort(String group) {
    return group.indexOf('.') < 0 || OWN_GROUPS.contains(group);
  }

  private static List<Path> entries(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }
}
