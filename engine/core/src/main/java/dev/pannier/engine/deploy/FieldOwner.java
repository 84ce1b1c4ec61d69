package dev.pannier.engine.deploy;

import java.time.Instant;
import java.util.Optional;

/**
 * Who set a field, as an object's {@code managedFields} tell it.
 *
 * @param manager its name: {@code kubectl-edit}
 * @param applied whether by server-side apply; else by an update
 * @param subresource through which it wrote: {@code scale}; empty for the object itself
 * @param since when it last wrote; unknown where the cluster does not say
 */
public record FieldOwner(
    String manager, boolean applied, String subresource, Optional<Instant> since) {

  /** One of whom only the name is known. */
  public static FieldOwner named(String manager) {
    return new FieldOwner(manager, false, "", Optional.empty());
  }
}
