package dev.pannier.test.cluster;

import java.util.Scanner;

/** Brings a control plane up by hand, until the end of its input or Ctrl-C. */
final class Main {

  private Main() {}

  public static void main(String[] args) {
    try (ControlPlane plane = ControlPlane.start();
        Scanner input = new Scanner(System.in)) {
      System.out.println("export KUBECONFIG=" + plane.kubeconfig());
      System.err.printf(
          "Ready after %.1f s; logs in %s. Ctrl-D ends it.%n",
          plane.startTime().toMillis() / 1000.0, plane.folder());
      while (input.hasNextLine()) {
        input.nextLine();
      }
    }
  }
}
