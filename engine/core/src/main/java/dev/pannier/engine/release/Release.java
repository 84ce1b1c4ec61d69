package dev.pannier.engine.release;

import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.yaml.MapNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A revision of a release, as recorded. Immutable.
 *
 * @param revision counted from 1
 * @param chart what it was rendered from; a chart read from a record has no subcharts
 * @param config the values that the user gave, without the chart's defaults
 * @param generated what {@code generated} computed for templates
 * @param manifest the resources as rendered, without hooks and crds/
 * @param labels the user's own labels of the record
 * @param applyMethod {@code ssa}, or {@code csa} for releases of Helm 3
 * @param storeVersion what the store knows this state of the record by; empty before it is stored
 */
public record Release(
    ReleaseId id,
    int revision,
    ReleaseInfo info,
    Chart chart,
    MapNode config,
    MapNode generated,
    String manifest,
    List<RecordedHook> hooks,
    Map<String, String> labels,
    String applyMethod,
    String storeVersion) {

  /** Server-side apply, as records write it. */
  public static final String SERVER_SIDE = "ssa";

  public Release {
    hooks = List.copyOf(hooks);
    labels = Collections.unmodifiableMap(new TreeMap<>(labels));
  }

  /** Its name. */
  public String name() {
    return id.name().value();
  }

  /** Its namespace. */
  public String namespace() {
    return id.namespace();
  }

  /** Its status. */
  public Status status() {
    return info.status();
  }

  /** {@code web.v3}: how messages name this revision's manifest. */
  public String revisionName() {
    return name() + ".v" + revision;
  }

  /** This revision in another status. */
  public Release with(Status status, String description) {
    return with(info.with(status, description));
  }

  /** This revision, taken away at some time. */
  public Release uninstalledAt(Instant when, String description) {
    return with(info.with(Status.UNINSTALLED, description).deletedAt(when));
  }

  /** This revision with the run of one of its hooks. */
  public Release with(RecordedHook ran) {
    List<RecordedHook> changed = new ArrayList<>(hooks.size());
    for (RecordedHook each : hooks) {
      changed.add(each.hook().equals(ran.hook()) ? ran : each);
    }
    return new Release(
        id,
        revision,
        info,
        chart,
        config,
        generated,
        manifest,
        changed,
        labels,
        applyMethod,
        storeVersion);
  }

  /** This revision without the files of its chart: all that is needed to go back to it. */
  public Release withoutSources() {
    return with(chart.withoutFiles(), config, manifest, hooks);
  }

  /** What a list tells of this revision, and nothing else. */
  public Release outline() {
    return with(chart.withoutFiles().withValues(MapNode.EMPTY), MapNode.EMPTY, "", List.of());
  }

  private Release with(
      Chart otherChart, MapNode otherConfig, String otherManifest, List<RecordedHook> otherHooks) {
    return new Release(
        id,
        revision,
        info,
        otherChart,
        otherConfig,
        generated,
        otherManifest,
        otherHooks,
        labels,
        applyMethod,
        storeVersion);
  }

  /** This revision as a store knows it. */
  public Release storedAs(String version) {
    return new Release(
        id,
        revision,
        info,
        chart,
        config,
        generated,
        manifest,
        hooks,
        labels,
        applyMethod,
        version);
  }

  private Release with(ReleaseInfo changed) {
    return new Release(
        id,
        revision,
        changed,
        chart,
        config,
        generated,
        manifest,
        hooks,
        labels,
        applyMethod,
        storeVersion);
  }
}
