package dev.pannier.cli.output;

import dev.pannier.engine.deploy.DeployEvent;
import dev.pannier.engine.deploy.readiness.PodState;
import dev.pannier.engine.manifest.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is waited for, as a tree: the operation, its resources, their pods. */
final class LiveTree {
  private static final Duration RESIZE = Duration.ofSeconds(2);

  /** Rows that are left to what stands above, so that it is seen to move on. */
  private static final int ABOVE = 2;

  private final Shell shell;
  private final LiveRegion region;
  private final TreeRows rows;
  private final Map<ResourceId, TreeRows.Open> open = new LinkedHashMap<>();
  private String title = "waiting";
  private int ready;
  private TerminalSize size = new TerminalSize(0, 0);
  private Instant asked = Instant.MIN;

  LiveTree(Shell shell, Paint paint) {
    this.shell = shell;
    this.region = new LiveRegion(shell.err());
    this.rows = new TreeRows(paint);
  }

  void tell(DeployEvent event) {
    switch (event) {
      case DeployEvent.Planned it -> begin(it.verb().word() + " to revision " + it.revision());
      case DeployEvent.Undoing it -> begin("undoing the " + it.verb().word());
      case DeployEvent.Waiting it -> {
        TreeRows.Open known = open.get(it.id());
        open.put(
            it.id(),
            known == null
                ? new TreeRows.Open(shell.clock().instant(), it.reason(), List.of())
                : known.saying(it.reason()));
      }
      case DeployEvent.Pods it -> {
        TreeRows.Open known = open.get(it.id());
        if (known != null || !it.pods().isEmpty()) {
          open.put(it.id(), with(known, it.pods()));
        }
      }
      case DeployEvent.Ready it -> {
        open.remove(it.id());
        ready++;
      }
      case DeployEvent.Gone it -> open.remove(it.id());
      case DeployEvent.Failed it -> open.remove(it.diagnosis().resource());
      case DeployEvent.Tolerated it -> open.remove(it.diagnosis().resource());
      case DeployEvent.Recovering _,
          DeployEvent.HookStarted _,
          DeployEvent.HookFinished _,
          DeployEvent.Applied _,
          DeployEvent.FieldsTaken _,
          DeployEvent.FieldsYielded _,
          DeployEvent.Recreated _,
          DeployEvent.StillWaiting _,
          DeployEvent.Deleted _,
          DeployEvent.Kept _,
          DeployEvent.KindGone _,
          DeployEvent.Recorded _ -> {}
    }
  }

  private void begin(String what) {
    open.clear();
    ready = 0;
    title = what;
  }

  private TreeRows.Open with(TreeRows.@Nullable Open known, List<PodState> pods) {
    return known == null
        ? new TreeRows.Open(shell.clock().instant(), "", pods)
        : known.having(pods);
  }

  void draw() {
    if (open.isEmpty()) {
      return;
    }
    Instant now = shell.clock().instant();
    if (asked.equals(Instant.MIN) || Duration.between(asked, now).compareTo(RESIZE) >= 0) {
      asked = now;
      size = TerminalSize.of(shell);
    }
    String header = title + ": " + ready + " ready, waiting for " + open.size();
    region.draw(
        rows.of(header, new LinkedHashMap<>(open), now, size.columns(), size.rows() - ABOVE));
  }

  void clear() {
    region.clear();
  }
}
