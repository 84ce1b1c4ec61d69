package dev.pannier.kubernetes;

import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.yaml.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/** What a kubeconfig holds in {@code NAME-data}, or in the file that {@code NAME} names. */
final class FileField {

  private FileField() {}

  static Optional<Tls.NamedBytes> of(KubeConfig.Entry entry, String name) {
    String data = name + "-data";
    if (entry.content().get(data) instanceof TextNode text && !text.text().isEmpty()) {
      try {
        byte[] bytes = Base64.getMimeDecoder().decode(text.text());
        return Optional.of(new Tls.NamedBytes("`" + data + "` of `" + entry.name() + "`", bytes));
      } catch (IllegalArgumentException e) {
        throw Problem.error("cluster.certificate", "`" + data + "` is not in Base64.")
            .at(text.origin())
            .exception(e);
      }
    }
    return entry
        .path(name)
        .map(file ->
            read("`" + name + "` of `" + entry.name() + "` in `" + entry.file() + "`", file));
  }

  /** The content of a file that something names. */
  static Tls.NamedBytes read(String who, Path file) {
    try {
      return new Tls.NamedBytes("The file `" + file + "`", Files.readAllBytes(file));
    } catch (IOException e) {
      throw Problem.error(
              "cluster.certificate",
              "The file `" + file + "` that " + who + " names cannot be read.")
          .exception(e);
    }
  }
}
