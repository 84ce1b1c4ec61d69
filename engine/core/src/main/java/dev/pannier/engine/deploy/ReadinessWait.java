package dev.pannier.engine.deploy;

import dev.pannier.engine.deploy.readiness.PodFault;
import dev.pannier.engine.deploy.readiness.Readiness;
import dev.pannier.engine.deploy.readiness.WaitSettings;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.yaml.MapNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One wait for readiness. It looks again whenever the cluster tells of a change, and about every
 * second, since some verdicts are a matter of time.
 */
final class ReadinessWait {

  private static final Duration TICK = Duration.ofSeconds(1);

  private final Site site;
  private final boolean completion;
  private final Instant begun;
  private final Map<ResourceId, OpenTarget> open = new LinkedHashMap<>();
  private final Set<ResourceId> usedClaims;
  private Instant told;

  /**
   * A wait.
   *
   * @param all what was applied, also what need not be waited for
   * @param completion whether Jobs must complete
   */
  ReadinessWait(Site site, List<Target> all, boolean completion) {
    this.site = site;
    this.completion = completion;
    this.begun = site.clock().instant();
    this.told = begun;
    Map<ResourceId, MapNode> applied = new HashMap<>();
    all.forEach(each -> applied.put(each.id(), each.applied()));
    this.usedClaims = UsedClaims.of(applied);
  }

  /** Adds what is to be waited for. */
  void add(Target target, WaitSettings settings) {
    Instant own = begun.plus(settings.timeout().orElse(site.options().timeout()));
    Instant end = site.end();
    open.put(target.id(), new OpenTarget(target, settings, begun, own.isBefore(end) ? own : end));
  }

  /**
   * Waits until all is ready.
   *
   * @throws dev.pannier.engine.problem.ChartException naming each resource that does not get there
   */
  void await() {
    if (open.isEmpty()) {
      return;
    }
    try (ClusterView view = site.cluster().view(watched())) {
      Judge judge = judge(view);
      while (true) {
        look(view, judge);
        if (open.isEmpty()) {
          return;
        }
        tellTime();
        view.await(TICK, site.pause());
      }
    } catch (InterruptedException e) {
      throw Waiter.interrupted(e);
    }
  }

  private Judge judge(ClusterReader reader) {
    return new Judge(reader, new RecentEvents(reader, site.clock()), usedClaims);
  }

  private Set<ResourceId> watched() {
    Set<ResourceId> watched = new HashSet<>(open.keySet());
    open.values()
        .forEach(
            each -> watched.addAll(WebhookServices.needed(each.id(), each.target().applied())));
    return watched;
  }

  private void look(ClusterReader reader, Judge judge) {
    Map<ResourceId, MapNode> live = reader.read(List.copyOf(open.keySet()));
    Instant now = site.clock().instant();
    NotReady notReady = new NotReady(site);
    for (OpenTarget each : List.copyOf(open.values())) {
      Judgement judgement = judgement(judge, each, live.get(each.id()));
      if (judgement.readiness() instanceof Readiness.Ready) {
        open.remove(each.id());
        site.tell(new DeployEvent.Ready(each.id()));
      } else {
        boolean otherReason = each.nowSays(reason(judgement), now);
        boolean otherPods = each.nowHas(judgement.pods(), now);
        verdict(each, judgement, now, notReady);
        if (otherReason && open.containsKey(each.id())) {
          site.tell(new DeployEvent.Waiting(each.id(), each.reason()));
        }
        if (otherPods && open.containsKey(each.id())) {
          site.tell(new DeployEvent.Pods(each.id(), judgement.pods()));
        }
      }
    }
    notReady.throwIfAny();
  }

  private Judgement judgement(Judge judge, OpenTarget each, @Nullable MapNode live) {
    Target target = each.target();
    if (live == null) {
      // a Job with a time to live may be gone before anybody looks
      return target.applied().map("spec").has("ttlSecondsAfterFinished")
          ? Judgement.of(Readiness.READY)
          : lost("somebody deleted it");
    }
    if (target.isReplaced(live)) {
      return lost("somebody replaced it by another of that name");
    }
    if (target.isNewerThan(live)) {
      return Judgement.of(new Readiness.Progressing("the change has not arrived everywhere yet"));
    }
    return target.isSilent(live, site.clock().instant())
        ? Judgement.of(new Readiness.Progressing("its controller has not said anything yet"))
        : judge.judge(target.id(), live, each.settings(), completion);
  }

  private static Judgement lost(String reason) {
    return new Judgement(
        new Readiness.Failed(reason),
        Optional.of(Fault.of("lost", reason, Duration.ZERO)),
        List.of());
  }

  private static String reason(Judgement judgement) {
    return judgement
        .fault()
        .map(Fault::reason)
        .orElseGet(() ->
            judgement.readiness() instanceof Readiness.Progressing(String reason) ? reason : "");
  }

  private void verdict(OpenTarget each, Judgement judgement, Instant now, NotReady notReady) {
    if (judgement.fault().isEmpty()) {
      each.nothingIsWrong();
    } else if (each.hasLasted(judgement.fault().get(), now)
        && !mayBeMended(each, judgement.fault().get())
        && isConfirmed(each, judgement.fault().get(), notReady)) {
      open.remove(each.id());
      return;
    }
    if (each.isLate(now)) {
      open.remove(each.id());
      notReady.late(each, live(each));
    } else if (each.isStalled(now, site.options().stall())) {
      open.remove(each.id());
      notReady.stalled(each, live(each));
    }
  }

  /** An operator of a resource that is not ready either may be about to make the missing Secret. */
  private boolean mayBeMended(OpenTarget each, Fault fault) {
    return fault.is(PodFault.CONFIG)
        && open.values().stream().anyMatch(other -> other != each && other.target().isCustom());
  }

  /** A view may lag behind: before the verdict, the cluster itself is asked. */
  private boolean isConfirmed(OpenTarget each, Fault suspected, NotReady notReady) {
    MapNode live = live(each);
    Optional<Fault> fault = judgement(judge(site.cluster()), each, live).fault();
    boolean confirmed = fault.filter(found -> found.key().equals(suspected.key())).isPresent();
    if (confirmed) {
      notReady.failed(each, live, fault.get());
    }
    return confirmed;
  }

  private @Nullable MapNode live(OpenTarget each) {
    return site.cluster().read(List.of(each.id())).get(each.id());
  }

  private void tellTime() {
    Instant now = site.clock().instant();
    if (Duration.between(told, now).compareTo(TICK) >= 0) {
      told = now;
      Map<ResourceId, String> reasons = new LinkedHashMap<>();
      open.forEach((id, each) -> reasons.put(id, each.reason()));
      site.tell(new DeployEvent.StillWaiting(Duration.between(begun, now), reasons));
    }
  }
}
