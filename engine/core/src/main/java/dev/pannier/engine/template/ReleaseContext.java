package dev.pannier.engine.template;

/** What templates see as {@code Release}. */
public record ReleaseContext(
    String name, String namespace, int revision, boolean isInstall, boolean isUpgrade) {}
