package dev.pannier.engine;

import dev.pannier.engine.deploy.DeployEvent;
import dev.pannier.engine.deploy.DeployOptions;
import dev.pannier.engine.release.LockHolder;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What to install or upgrade to, and how. Made by {@link #builder}; what is not said is as Helm has
 * it.
 */
public final class DeployRequest {
  private final Builder said;

  private DeployRequest(Builder said) {
    this.said = said;
  }

  /**
   * A request to bring a chart to the cluster.
   *
   * @param render the chart, the values and the release; revision and cluster need not be said
   * @param holder who asks
   */
  public static Builder builder(RenderRequest render, LockHolder holder) {
    return new Builder(render, holder);
  }

  RenderRequest render() {
    return said.render;
  }

  LockHolder holder() {
    return said.holder;
  }

  DeployOptions options() {
    return said.options;
  }

  Consumer<DeployEvent> events() {
    return said.events;
  }

  Map<String, String> labels() {
    return said.labels;
  }

  ReuseMode reuse() {
    return said.reuse;
  }

  boolean installs() {
    return said.install;
  }

  boolean checksManifests() {
    return said.manifests;
  }

  boolean skipsCrds() {
    return said.skipCrds;
  }

  /** Collects what a request says. */
  public static final class Builder {
    private final RenderRequest render;
    private final LockHolder holder;
    private DeployOptions options = DeployOptions.DEFAULTS;
    private Consumer<DeployEvent> events = _ -> {};
    private Map<String, String> labels = Map.of();
    private ReuseMode reuse = ReuseMode.AUTOMATIC;
    private boolean install;
    private boolean skipCrds;
    private boolean manifests = true;

    private Builder(RenderRequest render, LockHolder holder) {
      this.render = render;
      this.holder = holder;
    }

    /** How to go about it. */
    public Builder options(DeployOptions how) {
      options = how;
      return this;
    }

    /** Who is told what happens, on the calling thread. */
    public Builder events(Consumer<DeployEvent> watcher) {
      events = watcher;
      return this;
    }

    /** The user's labels of the record; {@code null} as a text removes one of earlier revisions. */
    public Builder labels(Map<String, String> wanted) {
      labels = Map.copyOf(wanted);
      return this;
    }

    /** What an upgrade does with values given before. */
    public Builder reuse(ReuseMode mode) {
      reuse = mode;
      return this;
    }

    /** Whether an upgrade installs what is not there. */
    public Builder install(boolean on) {
      install = on;
      return this;
    }

    /** Whether the files in crds/ are left out. */
    public Builder skipCrds(boolean on) {
      skipCrds = on;
      return this;
    }

    /** Whether what is rendered is checked by the schemas of its kinds; it is by default. */
    public Builder manifests(boolean checked) {
      manifests = checked;
      return this;
    }

    /** The request. */
    public DeployRequest build() {
      return new DeployRequest(this);
    }
  }
}
