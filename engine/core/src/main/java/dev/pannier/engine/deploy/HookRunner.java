package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.Hook;
import dev.pannier.engine.manifest.InstallOrder;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.release.HookRun;
import dev.pannier.engine.release.RecordedHook;
import dev.pannier.engine.yaml.MapNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Runs the hooks of an event one after the other: by weight, then name, then kind, as Helm does
 * (pkg/action/hooks.go). Hooks belong to nobody and carry no marks of the release.
 */
final class HookRunner {

  private final Site site;
  private final HookBook book;
  private final boolean allLogs;
  private final Resolver resolver;

  /**
   * Runs hooks.
   *
   * @param allLogs whether to tell what a hook wrote also where its annotations do not ask for it
   */
  HookRunner(Site site, HookBook book, boolean allLogs) {
    this.site = site;
    this.book = book;
    this.allLogs = allLogs;
    this.resolver = new Resolver(site.cluster(), site.release().namespace(), List.of());
  }

  /**
   * Runs the hooks of an event that did not run in this operation yet.
   *
   * @throws ChartException when one fails
   */
  void run(Hook.Event event) {
    List<Hook> hooks =
        InstallOrder.hooks(
            book.hooks().stream()
                .map(RecordedHook::hook)
                .filter(hook -> hook.events().contains(event))
                .toList());
    for (Hook hook : hooks) {
      WaveRunner.checkInterrupted();
      if (!book.isDone(key(event, hook))) {
        run(event, hook, hooks);
      }
    }
    for (Hook hook : hooks.reversed()) {
      deleteIf(hook, Hook.DeletePolicy.HOOK_SUCCEEDED);
    }
  }

  private static String key(Hook.Event event, Hook hook) {
    return event.word() + " " + hook.resource().id();
  }

  private void run(Hook.Event event, Hook hook, List<Hook> all) {
    Wanted wanted = resolver.plain(hook.resource());
    makeRoom(hook, wanted);
    Instant started = site.clock().instant();
    record(hook, started, Optional.empty(), HookRun.Phase.RUNNING);
    Target target = create(hook, wanted, started);
    site.tell(new DeployEvent.HookStarted(event, wanted.id()));
    try {
      await(target);
    } catch (ChartException e) {
      record(hook, started, Optional.of(site.clock().instant()), HookRun.Phase.FAILED);
      // why it failed is asked for in any case
      List<String> log = new HookLog(site.cluster()).of(target);
      site.tell(new DeployEvent.HookFinished(event, wanted.id(), false, log));
      deleteIf(hook, Hook.DeletePolicy.HOOK_FAILED);
      all.stream()
          .takeWhile(earlier -> !earlier.equals(hook))
          .forEach(earlier -> deleteIf(earlier, Hook.DeletePolicy.HOOK_SUCCEEDED));
      throw e;
    }
    record(hook, started, Optional.of(site.clock().instant()), HookRun.Phase.SUCCEEDED);
    book.done(key(event, hook));
    List<String> log = isLogged(hook) ? new HookLog(site.cluster()).of(target) : List.of();
    site.tell(new DeployEvent.HookFinished(event, wanted.id(), true, log));
  }

  private boolean isLogged(Hook hook) {
    String asked = hook.resource().annotation("helm.sh/hook-output-log-policy");
    return allLogs || List.of(asked.replace(" ", "").split(",")).contains("hook-succeeded");
  }

  /** Makes it. What was there before is not ours to delete when that fails. */
  private Target create(Hook hook, Wanted wanted, Instant started) {
    try {
      return new Applier(site).apply(wanted);
    } catch (ChartException e) {
      record(hook, started, Optional.of(site.clock().instant()), HookRun.Phase.FAILED);
      throw e;
    }
  }

  /** As in Helm, only what runs is waited for; a definition until it is served. */
  private void await(Target target) {
    if (runs(target.id())) {
      new Waiter(site).awaitReady(List.of(target), true);
    }
    new Definitions(site).awaitServed(List.of(target));
  }

  private static boolean runs(ResourceId id) {
    return id.kind().equals("Job") || id.kind().equals("Pod");
  }

  private void record(
      Hook hook, Instant started, Optional<Instant> completed, HookRun.Phase phase) {
    HookRun run = new HookRun(Optional.of(started), completed, phase);
    book.ran(new RecordedHook(hook, run));
  }

  /** Takes away what an earlier run left, where the hook's policy says so. */
  private void makeRoom(Hook hook, Wanted wanted) {
    MapNode live = site.cluster().read(List.of(wanted.id())).get(wanted.id());
    if (live == null) {
      return;
    }
    if (!Ownership.owner(live).isEmpty() && !Ownership.belongs(live, site.release())) {
      throw Ownership.foreign(wanted.id(), live).at(wanted.origin("metadata.name")).exception();
    }
    if (hook.deletePolicies().isEmpty()
        || hook.deletePolicies().contains(Hook.DeletePolicy.BEFORE_HOOK_CREATION)) {
      delete(wanted.id(), live);
    } else if (runs(wanted.id()) && !isUnderWay(hook)) {
      throw Problem.error(
              "deploy.hook-exists",
              "The hook `"
                  + wanted.id()
                  + "` is there from an earlier run, and its delete policy leaves it there.")
          .at(wanted.origin("metadata.annotations[helm.sh/hook-delete-policy]"))
          .hint(
              "Add `before-hook-creation` to its `helm.sh/hook-delete-policy`; or delete it with"
                  + " `kubectl delete "
                  + wanted.id().kind().toLowerCase(java.util.Locale.ROOT)
                  + " "
                  + wanted.id().name()
                  + "`.")
          .exception();
    }
  }

  /** Whether this revision's run of it was begun and never ended: it is gone on with. */
  private boolean isUnderWay(Hook hook) {
    return book.hooks().stream()
        .anyMatch(
            each -> each.hook().equals(hook) && each.lastRun().phase() == HookRun.Phase.RUNNING);
  }

  private void deleteIf(Hook hook, Hook.DeletePolicy policy) {
    if (hook.deletePolicies().contains(policy)) {
      ResourceId id = resolver.resolve(hook.resource().id());
      MapNode live = site.cluster().read(List.of(id)).get(id);
      if (live != null) {
        delete(id, live);
      }
    }
  }

  /** With a definition all resources of its kind would go: as in Helm, it stays. */
  private void delete(ResourceId id, MapNode live) {
    if (!id.kind().equals(ImplicitEdges.DEFINITION)) {
      String uid = live.map("metadata").text("uid").orElse("");
      site.cluster().delete(id, uid, Cluster.Propagation.BACKGROUND);
      new Waiter(site).awaitGone(List.of(id));
    }
  }
}
