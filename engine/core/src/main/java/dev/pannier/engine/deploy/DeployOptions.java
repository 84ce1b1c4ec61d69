package dev.pannier.engine.deploy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How to install, upgrade, roll back and uninstall. Made by {@link #builder()}; what is not said is
 * as Helm has it.
 *
 * @param waitForReady whether to wait until resources are ready, or gone
 * @param waitForJobs whether waiting includes the completion of Jobs
 * @param timeout how long each wait and each hook may take; 5 minutes
 * @param deadline how long all of it may take, undoing aside; zero for as long as it takes
 * @param stall after how long without any change a wait is given up; zero for never
 * @param atomic whether a failure is undone: an install taken away, an upgrade rolled back; waits
 * @param cleanupOnFail whether a failed operation deletes the resources that it made
 * @param noHooks whether hooks are left out
 * @param createNamespace whether an install makes the release's namespace where it is not there
 * @param takeOwnership whether resources of nobody or of another release are taken over
 * @param forceConflicts whether fields that other tools hold are taken
 * @param unsafeCrds whether definitions of custom resources change even where that may harm
 * @param pruneData whether an upgrade or a rollback deletes what holds data
 * @param recreate the objects that are deleted and made anew where they cannot be changed, as
 *     {@code Job/migrate}
 * @param leave fields that stay as they are in the cluster, whatever the chart says
 * @param keepHistory whether an uninstall keeps the records
 * @param historyMax how many revisions are kept, 0 for all; 10
 * @param propagation what an uninstall does with what deleted objects own
 * @param description what the record says happened; empty for the usual words
 * @param approval looks at the plan before anything is written, and throws to stop the operation
 * @param lockWait how long to wait for somebody else who holds the release; not at all
 */
public record DeployOptions(
    boolean waitForReady,
    boolean waitForJobs,
    Duration timeout,
    Duration deadline,
    Duration stall,
    boolean atomic,
    boolean cleanupOnFail,
    boolean noHooks,
    boolean createNamespace,
    boolean takeOwnership,
    boolean forceConflicts,
    boolean unsafeCrds,
    boolean pruneData,
    Set<String> recreate,
    List<FieldRule> leave,
    boolean keepHistory,
    int historyMax,
    Cluster.Propagation propagation,
    String description,
    Consumer<Plan> approval,
    Duration lockWait) {

  public DeployOptions {
    recreate = Set.copyOf(recreate);
    leave = List.copyOf(leave);
  }

  /** Everything as Helm has it where nothing is said. */
  public static final DeployOptions DEFAULTS = builder().build();

  /** Whether readiness is waited for. */
  boolean waits() {
    return waitForReady || atomic;
  }

  /** These, without a time by which all must be done. */
  DeployOptions unhurried() {
    return new DeployOptions(
        waitForReady,
        waitForJobs,
        timeout,
        Duration.ZERO,
        stall,
        atomic,
        cleanupOnFail,
        noHooks,
        createNamespace,
        takeOwnership,
        forceConflicts,
        unsafeCrds,
        pruneData,
        recreate,
        leave,
        keepHistory,
        historyMax,
        propagation,
        description,
        approval,
        lockWait);
  }

  /** Options of which nothing is said yet. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects options. */
  public static final class Builder {

    private boolean waitForReady;
    private boolean waitForJobs;
    private Duration timeout = Duration.ofMinutes(5);
    private Duration deadline = Duration.ZERO;
    private Duration stall = Duration.ZERO;
    private boolean atomic;
    private boolean cleanupOnFail;
    private boolean noHooks;
    private boolean createNamespace;
    private boolean takeOwnership;
    private boolean forceConflicts;
    private boolean unsafeCrds;
    private boolean pruneData;
    private Set<String> recreate = Set.of();
    private List<FieldRule> leave = List.of();
    private boolean keepHistory;
    private int historyMax = 10;
    private Cluster.Propagation propagation = Cluster.Propagation.BACKGROUND;
    private String description = "";
    private Consumer<Plan> approval = _ -> {};
    private Duration lockWait = Duration.ZERO;

    private Builder() {}

    public Builder waitForReady(boolean on) {
      waitForReady = on;
      return this;
    }

    public Builder waitForJobs(boolean on) {
      waitForJobs = on;
      return this;
    }

    public Builder timeout(Duration time) {
      timeout = time;
      return this;
    }

    public Builder deadline(Duration time) {
      deadline = time;
      return this;
    }

    public Builder stall(Duration time) {
      stall = time;
      return this;
    }

    public Builder atomic(boolean on) {
      atomic = on;
      return this;
    }

    public Builder cleanupOnFail(boolean on) {
      cleanupOnFail = on;
      return this;
    }

    public Builder noHooks(boolean on) {
      noHooks = on;
      return this;
    }

    public Builder createNamespace(boolean on) {
      createNamespace = on;
      return this;
    }

    public Builder takeOwnership(boolean on) {
      takeOwnership = on;
      return this;
    }

    public Builder forceConflicts(boolean on) {
      forceConflicts = on;
      return this;
    }

    public Builder unsafeCrds(boolean on) {
      unsafeCrds = on;
      return this;
    }

    public Builder pruneData(boolean on) {
      pruneData = on;
      return this;
    }

    public Builder recreate(Set<String> objects) {
      recreate = objects;
      return this;
    }

    public Builder leave(List<FieldRule> fields) {
      leave = fields;
      return this;
    }

    public Builder keepHistory(boolean on) {
      keepHistory = on;
      return this;
    }

    public Builder historyMax(int revisions) {
      historyMax = revisions;
      return this;
    }

    public Builder propagation(Cluster.Propagation how) {
      propagation = how;
      return this;
    }

    public Builder description(String words) {
      description = words;
      return this;
    }

    public Builder approval(Consumer<Plan> look) {
      approval = look;
      return this;
    }

    public Builder lockWait(Duration time) {
      lockWait = time;
      return this;
    }

    /** The options. */
    public DeployOptions build() {
      return new DeployOptions(
          waitForReady,
          waitForJobs,
          timeout,
          deadline,
          stall,
          atomic,
          cleanupOnFail,
          noHooks,
          createNamespace,
          takeOwnership,
          forceConflicts,
          unsafeCrds,
          pruneData,
          recreate,
          leave,
          keepHistory,
          historyMax,
          propagation,
          description,
          approval,
          lockWait);
    }
  }
}
