package dev.pannier.kubernetes;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.JsonReader;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.kubernetes.api.Credentials;
import dev.pannier.kubernetes.api.ServerAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Credentials that a program of the user's makes (client-go credential plugins): asked for once,
 * and again when they expire or are refused.
 */
final class ExecCredentials implements Credentials {

  private final CredentialPlugin plugin;
  private final ServerAddress address;
  private final Surroundings surroundings;
  private @Nullable MapNode status;

  ExecCredentials(
      KubeConfig.Entry user,
      KubeConfig.Entry cluster,
      ServerAddress address,
      Surroundings surroundings) {
    this.plugin = new CredentialPlugin(user, cluster, address, surroundings);
    this.address = address;
    this.surroundings = surroundings;
  }

  @Override
  public synchronized Optional<String> authorization() {
    return status().text("token").map(token -> "Bearer " + token);
  }

  @Override
  public synchronized boolean renew(String refused) {
    if (authorization().orElse("").equals(refused)) {
      status = null;
    }
    return !authorization().orElse("").equals(refused);
  }

  synchronized Optional<Tls.NamedBytes> certificate() {
    return pem("clientCertificateData");
  }

  synchronized Optional<Tls.NamedBytes> key() {
    return pem("clientKeyData");
  }

  private Optional<Tls.NamedBytes> pem(String key) {
    return status()
        .text(key)
        .map(text ->
            new Tls.NamedBytes(
                "`" + key + "` of " + plugin.name(), text.getBytes(StandardCharsets.UTF_8)));
  }

  private MapNode status() {
    MapNode known = status;
    if (known == null || hasExpired(known)) {
      known = read(plugin.run());
      status = known;
    }
    return known;
  }

  private boolean hasExpired(MapNode known) {
    Optional<String> end = known.text("expirationTimestamp");
    try {
      return end.isPresent() && !surroundings.clock().instant().isBefore(Instant.parse(end.get()));
    } catch (DateTimeParseException _) {
      return false;
    }
  }

  private MapNode read(String output) {
    Node node;
    try {
      node = JsonReader.read(new Source(plugin.name(), output.strip()));
    } catch (ChartException e) {
      throw unusable("does not answer in JSON", e);
    }
    if (node instanceof MapNode map && "ExecCredential".equals(map.text("kind").orElse(""))) {
      MapNode found = map.map("status");
      if (found.text("token").isPresent() || found.text("clientCertificateData").isPresent()) {
        return found;
      }
    }
    throw unusable("gives neither a token nor a certificate", null);
  }

  private ChartException unusable(String what, @Nullable Exception cause) {
    Problem problem =
        Problem.error(
                "cluster.credential-plugin",
                "The credential plugin "
                    + plugin.name()
                    + " for the API server "
                    + address
                    + " "
                    + what
                    + ".")
            .note("it is named in " + address.origin(), Location.unknown())
            .hint("Run it by hand, and log in again where it asks for that.");
    return cause == null
        ? new ChartException(ChartException.Reason.UNAVAILABLE, List.of(problem))
        : new ChartException(ChartException.Reason.UNAVAILABLE, List.of(problem), cause);
  }
}
