package dev.pannier.kubernetes.api;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says why a server cannot be asked, and what to do next. */
final class Failures {

  private final ServerAddress server;

  Failures(ServerAddress server) {
    this.server = server;
  }

  /** There was no answer. */
  ChartException noAnswer(Exception cause) {
    Problem problem =
        ConnectionFailure.has(cause, SSLException.class)
            ? tls(cause)
            : unreachable(cause)
                .note("the address comes from " + server.origin(), Location.unknown());
    return new ChartException(ChartException.Reason.UNAVAILABLE, List.of(problem), cause);
  }

  private Problem unreachable(Exception cause) {
    if (ConnectionFailure.has(cause, UnresolvedAddressException.class)
        || ConnectionFailure.has(cause, UnknownHostException.class)) {
      return unreachable(
          "there is no host of the name `" + server.uri().getHost() + "`",
          "Check the address and the network: does it need a VPN or a proxy?");
    }
    if (isTimeout(cause)) {
      return unreachable(
          "it does not answer in time",
          "Check that the address is right and reachable from here: `kubectl version` would tell.");
    }
    if (ConnectionFailure.has(cause, ConnectException.class)) {
      return unreachable(
          "it refuses the connection",
          "Check that the cluster is running and that the address is right.");
    }
    return unreachable(
        "the connection broke: " + words(cause),
        "Try again: what was done so far is recorded, and nothing is done twice.");
  }

  private static boolean isTimeout(Exception cause) {
    return ConnectionFailure.has(cause, HttpTimeoutException.class)
        || ConnectionFailure.has(cause, TimeoutException.class);
  }

  private Problem unreachable(String why, String hint) {
    return Problem.error(
            "cluster.unreachable", "The API server " + server + " cannot be reached: " + why + ".")
        .hint(hint);
  }

  private Problem tls(Exception cause) {
    return Problem.error(
            "cluster.untrusted",
            "The connection to the API server "
                + server
                + " is not safe: "
                + words(deepest(cause))
                + ".")
        .note("the address comes from " + server.origin(), Location.unknown())
        .hint(
            "Name the certificate authority with `--kube-ca-file`, or the name that the certificate"
                + " is made out to with `--kube-tls-server-name`.");
  }

  /** The server does not know who asks. */
  ChartException unauthenticated(ApiResponse response) {
    String user = server.user().isEmpty() ? "" : " of the user `" + server.user() + "`";
    Problem problem =
        Problem.error(
                "cluster.unauthenticated",
                "The API server " + server + " does not accept the credentials" + user + ".")
            .note("they come from " + server.origin(), Location.unknown())
            .hint(
                "Log in again: tokens and certificates expire. `kubectl auth whoami` shows who you"
                    + " are to the server.");
    return new ChartException(ChartException.Reason.UNAVAILABLE, List.of(problem));
  }

  /** What stands between does not know who asks. */
  ChartException proxyRefuses() {
    Problem problem =
        Problem.error(
                "cluster.proxy",
                "The proxy before the API server " + server + " does not let you through.")
            .hint(
                "Put user and password into its URL, in HTTPS_PROXY or `proxy-url` of the"
                    + " kubeconfig; or name the server in NO_PROXY if no proxy is needed.");
    return new ChartException(ChartException.Reason.UNAVAILABLE, List.of(problem));
  }

  /** It answered with something that is cut off or no JSON. */
  static ChartException unreadable(ChartException cause) {
    Problem problem =
        Problem.error("cluster.unreadable", "The answer of the API server is no sound JSON.")
            .hint("Try again. If that does not help, something between may have changed it.");
    return new ChartException(ChartException.Reason.UNAVAILABLE, List.of(problem), cause);
  }

  /** Something answered that is no API server. */
  ChartException noApiServer(ApiResponse response) {
    Problem problem =
        Problem.error(
                "cluster.no-api-server",
                "At "
                    + server
                    + " answers something that is no API server: a web page with the status "
                    + response.status()
                    + ".")
            .note("the address comes from " + server.origin(), Location.unknown())
            .hint("Is a proxy or a login page in between? Check the address.");
    return new ChartException(ChartException.Reason.UNAVAILABLE, List.of(problem));
  }

  /** The server answered, and its answer is no; or it cannot, which may pass. */
  ChartException refusal(String aim, ApiResponse response) {
    String message = ServerMessage.of(response);
    Problem problem =
        switch (response.status()) {
          case 403 ->
              Problem.error(
                      "cluster.forbidden",
                      "The API server " + server + " does not let you " + aim + ": " + message)
                  .hint("Ask whoever runs the cluster for a role that allows it.");
          default ->
              Problem.error(
                  "cluster.refused",
                  "The API server " + server + " could not " + aim + ": " + message);
        };
    ChartException.Reason reason =
        response.status() < 500 ? ChartException.Reason.FAILED : ChartException.Reason.UNAVAILABLE;
    return new ChartException(reason, List.of(problem));
  }

  /** It was not waited for to the end. */
  ChartException givenUp(InterruptedException cause) {
    Problem problem =
        Problem.error("cluster.given-up", "The question to the API server was given up.");
    return new ChartException(ChartException.Reason.UNAVAILABLE, List.of(problem), cause);
  }

  private static Throwable deepest(Throwable failure) {
    Throwable each = failure;
    for (int depth = 0; each.getCause() != null && depth < 20; depth++) {
      each = each.getCause();
    }
    return each;
  }

  private static String words(Throwable failure) {
    @Nullable String message = failure.getMessage();
    String text =
        message == null || message.isBlank() ? failure.getClass().getSimpleName() : message.strip();
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }
}
