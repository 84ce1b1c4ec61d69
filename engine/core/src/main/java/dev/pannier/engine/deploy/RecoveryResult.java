package dev.pannier.engine.deploy;

import dev.pannier.engine.release.Release;
import java.util.Optional;

/**
 * What came of a recovery.
 *
 * @param worked whether there was anything to do
 * @param latest the newest revision now; empty where none is left
 */
public record RecoveryResult(boolean worked, Optional<Release> latest) {}
