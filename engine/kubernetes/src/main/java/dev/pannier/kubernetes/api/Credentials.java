package dev.pannier.kubernetes.api;

import java.util.Optional;

/** What tells an API server who asks. Safe for use by several threads. */
public interface Credentials {

  /** Those of nobody, or of a certificate that the connection itself shows. */
  Credentials NONE =
      new Credentials() {
        @Override
        public Optional<String> authorization() {
          return Optional.empty();
        }

        @Override
        public boolean renew(String refused) {
          return false;
        }
      };

  /** The value of the header {@code Authorization}. */
  Optional<String> authorization();

  /**
   * Gets others where there are any.
   *
   * @param refused the value that the server did not accept
   * @return whether there are other ones now
   */
  boolean renew(String refused);
}
