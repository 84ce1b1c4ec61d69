package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.Hook;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.release.HookRun;
import dev.pannier.engine.release.RecordedHook;
import dev.pannier.engine.yaml.MapNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs the hooks of an event one after the other: by weight, then name, then kind, as Helm does
 * (pkg/action/hooks.go). Hooks belong to nobody and carry no marks of the release.
 */
final class HookRunner {

  private static final int LOG_LINES = 1000;

  private final Site site;
  private final Ledger ledger;
  private final Resolver resolver;

  HookRunner(Site site, Ledger ledger) {
    this.site = site;
    this.ledger = ledger;
    this.resolver = new Resolver(site.cluster(), site.release().namespace(), List.of());
  }

  /**
   * Runs the hooks of an event that did not run in this operation yet.
   *
   * @throws ChartException when one fails
   */
  void run(Hook.Event event) {
    if (ledger.operation().terms().noHooks()) {
      return;
    }
    List<Hook> hooks = hooks(event);
    for (Hook hook : hooks) {
      if (!ledger.operation().hooksDone().contains(key(event, hook))) {
        run(event, hook, hooks);
      }
    }
    for (Hook hook : hooks.reversed()) {
      deleteIf(hook, Hook.DeletePolicy.HOOK_SUCCEEDED);
    }
  }

  private List<Hook> hooks(Hook.Event event) {
    return ledger.release().hooks().stream()
        .map(RecordedHook::hook)
        .filter(hook -> hook.events().contains(event))
        .sorted(
            Comparator.comparingInt(Hook::weight)
                .thenComparing(hook -> hook.resource().id().name())
                .thenComparing(hook -> hook.resource().id().kind()))
        .toList();
  }

  private static String key(Hook.Event event, Hook hook) {
    return event.word() + " " + hook.resource().id();
  }

  private void run(Hook.Event event, Hook hook, List<Hook> all) {
    Wanted wanted = resolver.plain(hook.resource());
    if (hook.deletePolicies().isEmpty()
        || hook.deletePolicies().contains(Hook.DeletePolicy.BEFORE_HOOK_CREATION)) {
      delete(wanted.id());
    }
    Instant started = site.clock().instant();
    record(hook, started, Optional.empty(), HookRun.Phase.RUNNING);
    try {
      Target target = new Applier(site).apply(wanted);
      site.tell(new DeployEvent.HookStarted(event, wanted.id()));
      new Waiter(site).awaitReady(List.of(target), true);
    } catch (ChartException e) {
      record(hook, started, Optional.of(site.clock().instant()), HookRun.Phase.FAILED);
      site.tell(
          new DeployEvent.HookFinished(event, wanted.id(), false, log(wanted, "hook-failed")));
      deleteIf(hook, Hook.DeletePolicy.HOOK_FAILED);
      all.stream()
          .takeWhile(earlier -> !earlier.equals(hook))
          .forEach(earlier -> deleteIf(earlier, Hook.DeletePolicy.HOOK_SUCCEEDED));
      throw e;
    }
    record(hook, started, Optional.of(site.clock().instant()), HookRun.Phase.SUCCEEDED);
    ledger.hookDone(key(event, hook));
    site.tell(
        new DeployEvent.HookFinished(event, wanted.id(), true, log(wanted, "hook-succeeded")));
  }

  private void record(
      Hook hook, Instant started, Optional<Instant> completed, HookRun.Phase phase) {
    HookRun run = new HookRun(Optional.of(started), completed, phase);
    ledger.hookRan(new RecordedHook(hook, run));
  }

  private void deleteIf(Hook hook, Hook.DeletePolicy policy) {
    boolean definition = hook.resource().id().kind().equals("CustomResourceDefinition");
    if (hook.deletePolicies().contains(policy) && !definition) {
      delete(resolver.resolve(hook.resource().id()));
    }
  }

  private void delete(ResourceId id) {
    MapNode live = site.cluster().read(List.of(id)).get(id);
    if (live != null) {
      String uid = live.map("metadata").text("uid").orElse("");
      site.cluster().delete(id, uid, Cluster.Propagation.BACKGROUND);
      new Waiter(site).awaitGone(List.of(id));
    }
  }

  /** What the hook's pods wrote, where its annotation asks for it. */
  private List<String> log(Wanted hook, String policy) {
    String asked = hook.resource().annotation("helm.sh/hook-output-log-policy");
    if (!List.of(asked.replace(" ", "").split(",")).contains(policy)) {
      return List.of();
    }
    ResourceId id = hook.id();
    Map<String, String> ofJob = Map.of("job-name", id.name());
    List<MapNode> pods =
        id.kind().equals("Pod")
            ? List.copyOf(site.cluster().read(List.of(id)).values())
            : site.cluster().list("v1", "Pod", id.namespace(), ofJob);
    return pods.stream().flatMap(pod -> logs(pod, id.namespace()).stream()).toList();
  }

  private List<String> logs(MapNode pod, String namespace) {
    ResourceId id =
        new ResourceId("v1", "Pod", namespace, pod.map("metadata").text("name").orElse(""));
    return pod.map("spec").list("containers").items().stream()
        .map(each -> each instanceof MapNode map ? map.text("name").orElse("") : "")
        .flatMap(name -> site.cluster().logs(id, name, LOG_LINES).stream())
        .toList();
  }
}
