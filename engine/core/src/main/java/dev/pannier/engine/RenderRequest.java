package dev.pannier.engine;

import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.deploy.Cluster;
import dev.pannier.engine.manifest.Capabilities;
import dev.pannier.engine.release.ReleaseId;
import dev.pannier.engine.yaml.MapNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to render: a chart for a release. Made by {@link #builder}; what is not said is as Helm's
 * {@code template} has it.
 */
public final class RenderRequest {
  private final Builder said;
  private @Nullable Capabilities capabilities;

  private RenderRequest(Builder said) {
    this.said = said;
  }

  /** A request for a release that is installed with the chart's defaults. */
  public static Builder builder(Chart chart, ReleaseId release) {
    return new Builder(chart, release);
  }

  Chart chart() {
    return said.chart;
  }

  ReleaseId release() {
    return said.release;
  }

  MapNode values() {
    return said.values;
  }

  int revision() {
    return said.revision;
  }

  boolean isUpgrade() {
    return said.upgrade;
  }

  /**
   * What the cluster can do, which is asked once; where none is asked, what the Kubernetes does
   * that the request names.
   */
  Capabilities capabilities() {
    Capabilities known = capabilities;
    if (known == null) {
      known = KnownApis.of(said.kubeVersion, said.cluster, said.apiVersions);
      capabilities = known;
    }
    return known;
  }

  /** The Kubernetes that manifests are for. */
  String kubeVersion() {
    return capabilities().kubeVersion();
  }

  List<String> schemaLocations() {
    return said.schemaLocations;
  }

  Optional<Cluster> cluster() {
    return said.cluster;
  }

  MapNode generated() {
    return said.generated;
  }

  boolean checksSchema() {
    return said.schema;
  }

  /** The same for a certain revision, in front of a cluster or of none. */
  RenderRequest forRevision(
      int number,
      boolean isUpgrade,
      MapNode earlier,
      Optional<Cluster> where,
      Chart other,
      MapNode user) {
    RenderRequest changed = like(other, user, number, isUpgrade, earlier);
    changed.said.cluster = where;
    return changed;
  }

  /** The same with other values. */
  RenderRequest withValues(MapNode user) {
    return like(said.chart, user, said.revision, said.upgrade, said.generated);
  }

  /** The same once more: what was made once is known. */
  RenderRequest again(MapNode earlier) {
    return like(said.chart, said.values, said.revision, said.upgrade, earlier);
  }

  /** An upgrade to another chart, with the same values. */
  RenderRequest upgradeTo(Chart other, MapNode earlier) {
    return like(other, said.values, said.revision + 1, true, earlier);
  }

  /** The same for another version of Kubernetes. */
  RenderRequest forKubernetes(String version) {
    RenderRequest changed =
        like(said.chart, said.values, said.revision, said.upgrade, said.generated);
    changed.said.kubeVersion = version;
    return changed;
  }

  private RenderRequest like(
      Chart other, MapNode user, int number, boolean isUpgrade, MapNode earlier) {
    Builder changed = new Builder(other, said.release);
    changed.values = user;
    changed.revision = number;
    changed.upgrade = isUpgrade;
    changed.kubeVersion = said.kubeVersion;
    changed.apiVersions = said.apiVersions;
    changed.schemaLocations = said.schemaLocations;
    changed.cluster = said.cluster;
    changed.generated = earlier;
    changed.schema = said.schema;
    return new RenderRequest(changed);
  }

  /** Collects what a request says. */
  public static final class Builder {
    private final Chart chart;
    private final ReleaseId release;
    private MapNode values = MapNode.EMPTY;
    private int revision = 1;
    private boolean upgrade;
    private String kubeVersion = "";
    private Set<String> apiVersions = Set.of();
    private List<String> schemaLocations = List.of();
    private Optional<Cluster> cluster = Optional.empty();
    private MapNode generated = MapNode.EMPTY;
    private boolean schema = true;

    private Builder(Chart chart, ReleaseId release) {
      this.chart = chart;
      this.release = release;
    }

    /** What the user sets; it goes over the chart's defaults, and a null removes one. */
    public Builder values(MapNode user) {
      values = user;
      return this;
    }

    /** Which revision of the release it is, and whether it follows another one. */
    public Builder revision(int number, boolean isUpgrade) {
      revision = number;
      upgrade = isUpgrade;
      return this;
    }

    /**
     * The version of Kubernetes that templates see, whose API versions they see too, and by whose
     * schemas manifests are checked: {@code v1.36.0}. Else it is the cluster's, and without one the
     * newest that is known.
     */
    public Builder kubeVersion(String version) {
      kubeVersion = version;
      return this;
    }

    /** API versions that templates see beside the usual ones. */
    public Builder apiVersions(Set<String> more) {
      apiVersions = Set.copyOf(more);
      return this;
    }

    /**
     * Where schemas of custom kinds are that no custom resource definition of the chart defines:
     * absolute paths of files and folders, and paths and URLs with kubeconform's variables.
     */
    public Builder schemaLocations(List<String> more) {
      schemaLocations = List.copyOf(more);
      return this;
    }

    /** Where {@code lookup} looks, and whose API versions templates see; none by default. */
    public Builder cluster(Cluster where) {
      cluster = Optional.of(where);
      return this;
    }

    /** What {@code generated} computed for earlier revisions. */
    public Builder generated(MapNode earlier) {
      generated = earlier;
      return this;
    }

    /** Whether values are checked by values.schema.json; they are by default. */
    public Builder schema(boolean checked) {
      schema = checked;
      return this;
    }

    /** The request. */
    public RenderRequest build() {
      return new RenderRequest(this);
    }
  }
}
