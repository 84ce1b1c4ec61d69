package dev.pannier.kubernetes.release;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.Release;
import com.marcnuri.helm.ReleaseHistory;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Helm 3.21 itself, as native code, in front of one cluster. */
record RealHelm(Path kubeconfig, String namespace) {

  /** Where it does not load, the test is skipped loudly. */
  static RealHelm assumeLoads(Path kubeconfig, String namespace) {
    try {
      Helm.version().call();
    } catch (LinkageError | IllegalStateException e) {
      String message = "SKIPPED: Helm cannot be loaded here: nothing is compared with it. " + e;
      System.err.println(message);
      Assumptions.abort(message);
    }
    return new RealHelm(kubeconfig, namespace);
  }

  Release install(Path chart, String name, String color) {
    return new Helm(chart)
        .install()
        .withName(name)
        .set("color", color)
        .withNamespace(namespace)
        .withKubeConfig(kubeconfig)
        .call();
  }

  Release upgrade(Path chart, String name, String color) {
    return new Helm(chart)
        .upgrade()
        .withName(name)
        .set("color", color)
        .withNamespace(namespace)
        .withKubeConfig(kubeconfig)
        .call();
  }

  List<Release> list() {
    return Helm.list().all().withNamespace(namespace).withKubeConfig(kubeconfig).call();
  }

  Release status(String name) {
    return Helm.status(name).withNamespace(namespace).withKubeConfig(kubeconfig).call();
  }

  List<ReleaseHistory> history(String name) {
    return Helm.history(name).withNamespace(namespace).withKubeConfig(kubeconfig).call();
  }

  String values(String name) {
    return Helm.get(name).values().withNamespace(namespace).withKubeConfig(kubeconfig).call();
  }

  String uninstall(String name) {
    return Helm.uninstall(name).withNamespace(namespace).withKubeConfig(kubeconfig).call();
  }
}
