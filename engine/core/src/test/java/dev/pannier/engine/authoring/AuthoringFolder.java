package dev.pannier.engine.authoring;

import dev.pannier.engine.problem.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A chart in a folder, file by file. */
record AuthoringFolder(Path path) {

  /** A chart that has nothing but a Chart.yaml. */
  static AuthoringFolder in(Path folder) {
    return new AuthoringFolder(folder)
        .file("Chart.yaml", "apiVersion: v2\nname: shop\nversion: 1.2.3\ndescription: A shop\n");
  }

  AuthoringFolder file(String name, String text) {
    try {
      Path file = path.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String read(String name) {
    try {
      return Files.readString(path.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  AuthoredChart chart() {
    return AuthoredChart.read(path, "shop", new Problems());
  }

  SchemaProposal schema() {
    return SchemaProposal.of(chart(), false).orElseThrow();
  }

  ReadmeProposal readme() {
    return ReadmeProposal.of(chart());
  }
}
