package dev.pannier.test.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The programs of a control plane, in one folder: {@code $KUBEBUILDER_ASSETS}, or the place that
 * tools which know this variable look into by default.
 */
record Binaries(Path folder) {

  private static final String VARIABLE = "KUBEBUILDER_ASSETS";
  private static final List<String> NAMES =
      List.of("etcd", "kube-apiserver", "kube-controller-manager");

  /**
   * @throws IllegalStateException where the variable names a folder that lacks them: who set it
   *     counts on them
   */
  static Optional<Binaries> find() {
    String set = System.getenv(VARIABLE);
    boolean asked = set != null && !set.isEmpty();
    Binaries binaries = new Binaries(Path.of(asked ? set : "/usr/local/kubebuilder/bin"));
    if (binaries.complete()) {
      return Optional.of(binaries);
    }
    if (asked) {
      throw new IllegalStateException(
          VARIABLE + "=" + set + " lacks one of " + String.join(", ", NAMES) + ".");
    }
    return Optional.empty();
  }

  private boolean complete() {
    return NAMES.stream().map(folder::resolve).allMatch(Files::isExecutable);
  }

  String etcd() {
    return folder.resolve("etcd").toString();
  }

  String apiServer() {
    return folder.resolve("kube-apiserver").toString();
  }

  String controllerManager() {
    return folder.resolve("kube-controller-manager").toString();
  }
}
