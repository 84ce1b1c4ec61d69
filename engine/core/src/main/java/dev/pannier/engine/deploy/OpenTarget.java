package dev.pannier.engine.deploy;

import dev.pannier.engine.deploy.readiness.PodFault;
import dev.pannier.engine.deploy.readiness.PodState;
import dev.pannier.engine.deploy.readiness.WaitSettings;
import dev.pannier.engine.manifest.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A resource that is waited for, and what is remembered of it from look to look. */
final class OpenTarget {

  private final Target target;
  private final WaitSettings settings;
  private final Instant deadline;
  private final Map<String, Instant> sightings = new HashMap<>();
  private String reason = "";
  private List<PodState> pods = List.of();
  private Instant changed;

  OpenTarget(Target target, WaitSettings settings, Instant begun, Instant deadline) {
    this.target = target;
    this.settings = settings;
    this.changed = begun;
    this.deadline = deadline;
  }

  Target target() {
    return target;
  }

  ResourceId id() {
    return target.id();
  }

  WaitSettings settings() {
    return settings;
  }

  String reason() {
    return reason;
  }

  boolean isLate(Instant now) {
    return !now.isBefore(deadline);
  }

  /** Whether nothing about it has changed for a time; zero for never. */
  boolean isStalled(Instant now, Duration time) {
    return !time.isZero() && Duration.between(changed, now).compareTo(time) >= 0;
  }

  /** Whether this reason is another one than at the last look. */
  boolean nowSays(String words, Instant now) {
    if (words.equals(reason)) {
      return false;
    }
    reason = words;
    changed = now;
    return true;
  }

  /** Whether something of the pods is other than at the last look. */
  boolean nowHas(List<PodState> states, Instant now) {
    if (states.equals(pods)) {
      return false;
    }
    pods = states;
    changed = now;
    return true;
  }

  /** Whether a fault has lasted longer than it is borne. */
  boolean hasLasted(Fault fault, Instant now) {
    forgetOther(fault.key());
    Instant first = sightings.computeIfAbsent(fault.key(), _ -> now);
    return Duration.between(first, now).compareTo(fault.grace()) >= 0;
  }

  void nothingIsWrong() {
    forgetOther("");
  }

  /** Between two pulls that fail, there is a moment in which nothing seems to be wrong. */
  private void forgetOther(String key) {
    sightings.keySet().removeIf(each -> !each.equals(key) && !each.endsWith(PodFault.PULL));
  }
}
