package dev.pannier.test.cluster;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** A kubeconfig file for one server and the users that it knows. */
final class Kubeconfig {

  /** May do everything. */
  static final String ADMIN = "admin";

  /** May do nothing until a role is bound to it, or to its group {@code developers}. */
  static final String DEVELOPER = "developer";

  private Kubeconfig() {}

  /** The token of a user. */
  static String token(String user) {
    return user + "-token";
  }

  /** The lines of the API server's token file. */
  static String tokens() {
    return token(ADMIN)
        + ",admin,admin,system:masters\n"
        + token(DEVELOPER)
        + ",developer,developer,developers\n";
  }

  /** Writes one with a context for each user; that of the administrator is the current one. */
  static void write(Path file, URI server, Path certificates) throws IOException {
    String authority =
        Base64.getEncoder()
            .encodeToString(Files.readAllBytes(certificates.resolve("apiserver.crt")));
    Files.writeString(
        file,
        """
        apiVersion: v1
        kind: Config
        clusters:
          - name: test
            cluster:
              server: %s
              certificate-authority-data: %s
        users:
          - name: admin
            user: {token: %s}
          - name: developer
            user: {token: %s}
        contexts:
          - name: admin
            context: {cluster: test, user: admin}
          - name: developer
            context: {cluster: test, user: developer}
        current-context: admin
        """
            .formatted(server, authority, token(ADMIN), token(DEVELOPER)));
  }
}
