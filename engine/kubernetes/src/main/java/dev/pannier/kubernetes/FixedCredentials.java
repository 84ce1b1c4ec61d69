package dev.pannier.kubernetes;

import dev.pannier.kubernetes.api.Credentials;
import java.util.Optional;

/** A token or a password that somebody wrote down. */
record FixedCredentials(String value) implements Credentials {

  @Override
  public Optional<String> authorization() {
    return Optional.of(value);
  }

  @Override
  public boolean renew(String refused) {
    return false;
  }

  @Override
  public String toString() {
    return "a credential";
  }
}
