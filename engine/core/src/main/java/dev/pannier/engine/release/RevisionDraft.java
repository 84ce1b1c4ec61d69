package dev.pannier.engine.release;

import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.manifest.Hook;
import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.yaml.JsonDigest;
import dev.pannier.engine.yaml.MapNode;
import java.util.List;
import java.util.Map;

/**
 * What a revision is to be: a chart as rendered.
 *
 * @param config the values that the user gave
 * @param generated what {@code generated} computed
 * @param crds the resources of crds/, made on install where they are not there
 * @param resources the release's own, in install order
 * @param hooks in any order
 * @param labels the user's own labels of the record
 */
public record RevisionDraft(
    Chart chart,
    MapNode config,
    MapNode generated,
    List<Resource> crds,
    List<Resource> resources,
    List<Hook> hooks,
    String notes,
    Map<String, String> labels) {

  public RevisionDraft {
    crds = List.copyOf(crds);
    resources = List.copyOf(resources);
    hooks = List.copyOf(hooks);
    labels = Map.copyOf(labels);
  }

  /** The content of a recorded revision, to be made once more. */
  public static RevisionDraft of(Release release) {
    return new RevisionDraft(
        release.chart(),
        release.config(),
        release.generated(),
        List.of(),
        ManifestText.read(release),
        release.hooks().stream().map(RecordedHook::hook).toList(),
        release.info().notes(),
        release.labels());
  }

  /** A short word for what this draft would make: another of the same digest makes the same. */
  public String digest() {
    return JsonDigest.of(
        new Fields()
            .put("chart", chart.metadata().name() + "-" + chart.metadata().version())
            .put("config", config)
            .put("crds", ManifestText.write(crds))
            .put("manifest", ManifestText.write(resources))
            .put(
                "hooks",
                hooks.stream().map(each -> HookRecord.write(RecordedHook.of(each))).toList())
            .map());
  }

  /** This draft as a revision of a release. */
  public Release revision(ReleaseId id, int number, ReleaseInfo info) {
    return new Release(
        id,
        number,
        info,
        chart,
        config,
        generated,
        ManifestText.write(resources),
        hooks.stream().map(RecordedHook::of).toList(),
        labels,
        Release.SERVER_SIDE,
        "");
  }
}
