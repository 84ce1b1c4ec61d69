package dev.pannier.cli.command;

import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.release.ManifestText;
import dev.pannier.engine.release.Release;
import java.util.ArrayList;
import java.util.List;

/** Takes the content of Secrets out of a release that is only shown. */
final class SecretMask {
  /** Helm's words (pkg/action/action.go). */
  private static final String HIDDEN = "# HIDDEN: The Secret output has been suppressed\n";

  private SecretMask() {}

  static Release of(Release release) {
    List<Resource> shown = new ArrayList<>();
    for (Resource resource : ManifestText.read(release)) {
      shown.add(
          resource.id().kind().equals("Secret")
              ? new Resource(resource.id(), resource.content(), resource.source(), HIDDEN)
              : resource);
    }
    return new Release(
        release.id(),
        release.revision(),
        release.info(),
        release.chart(),
        release.config(),
        release.generated(),
        ManifestText.write(shown),
        release.hooks(),
        release.labels(),
        release.applyMethod(),
        release.storeVersion());
  }
}
