package dev.pannier.engine.deploy;

import java.util.List;

/** What an operation would do to the cluster, resource by resource, hooks aside. */
public record Plan(List<Change> changes) {

  public Plan {
    changes = List.copyOf(changes);
  }

  /** Whether everything already is as it should be. */
  public boolean isEmpty() {
    return changes.stream()
        .allMatch(each -> each instanceof Change.Unchanged || each instanceof Change.Keep);
  }
}
