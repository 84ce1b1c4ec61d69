package dev.pannier.engine.lint;

import dev.pannier.engine.problem.Severity;
import java.util.Optional;

/**
 * What lint looks for. What is written about each for people (why, examples, cure) stands in {@link
 * RulePage}.
 */
public enum Rule {
  IMAGE_TAG("lint.image-tag", Severity.WARNING, Topic.CONTAINERS),
  PULL_POLICY("lint.pull-policy", Severity.WARNING, Topic.CONTAINERS),
  REQUESTS("lint.requests", Severity.WARNING, Topic.CONTAINERS),
  MEMORY_LIMIT("lint.memory-limit", Severity.WARNING, Topic.CONTAINERS),
  READINESS_PROBE("lint.readiness-probe", Severity.WARNING, Topic.CONTAINERS),
  SAME_PROBES("lint.same-probes", Severity.INFO, Topic.CONTAINERS),

  RUN_AS_ROOT("lint.run-as-root", Severity.WARNING, Topic.SECURITY),
  PRIVILEGED("lint.privileged", Severity.WARNING, Topic.SECURITY),
  PRIVILEGE_ESCALATION("lint.privilege-escalation", Severity.INFO, Topic.SECURITY),
  HOST_ACCESS("lint.host-access", Severity.WARNING, Topic.SECURITY),
  PLAIN_SECRET("lint.plain-secret", Severity.WARNING, Topic.SECURITY),
  UNUSED_TOKEN("lint.unused-token", Severity.INFO, Topic.SECURITY),

  SELECTOR_LABELS("lint.selector-labels", Severity.ERROR, Topic.SELECTORS),
  SELECTOR_OVERLAP("lint.selector-overlap", Severity.WARNING, Topic.SELECTORS),
  SELECTS_NOTHING("lint.selects-nothing", Severity.WARNING, Topic.SELECTORS),
  SELECTS_SEVERAL("lint.selects-several", Severity.WARNING, Topic.SELECTORS),

  TARGET_PORT("lint.target-port", Severity.WARNING, Topic.NETWORK),
  PROBE_PORT("lint.probe-port", Severity.WARNING, Topic.NETWORK),
  DEAD_BACKEND("lint.dead-backend", Severity.WARNING, Topic.NETWORK),
  STATEFUL_SERVICE("lint.stateful-service", Severity.WARNING, Topic.NETWORK),

  AUTOSCALER_TARGET("lint.autoscaler-target", Severity.WARNING, Topic.SCALING),
  AUTOSCALER_REQUESTS("lint.autoscaler-requests", Severity.WARNING, Topic.SCALING),
  AUTOSCALER_REPLICAS("lint.autoscaler-replicas", Severity.WARNING, Topic.SCALING),
  BLOCKED_EVICTION("lint.blocked-eviction", Severity.WARNING, Topic.SCALING),

  DEAD_REFERENCE("lint.dead-reference", Severity.WARNING, Topic.REFERENCES),
  MISSING_KEY("lint.missing-key", Severity.WARNING, Topic.REFERENCES),
  SERVICE_ACCOUNT("lint.service-account", Severity.WARNING, Topic.REFERENCES),
  ROLE_BINDING("lint.role-binding", Severity.WARNING, Topic.REFERENCES),
  UNKNOWN_VOLUME("lint.unknown-volume", Severity.ERROR, Topic.REFERENCES),
  UNUSED_VOLUME("lint.unused-volume", Severity.WARNING, Topic.REFERENCES),
  DUPLICATE_NAME("lint.duplicate-name", Severity.WARNING, Topic.REFERENCES),
  FIXED_CLASS("lint.fixed-class", Severity.INFO, Topic.REFERENCES),
  FIXED_NAMESPACE("lint.fixed-namespace", Severity.WARNING, Topic.REFERENCES),
  SAME_OBJECT("lint.same-object", Severity.ERROR, Topic.REFERENCES),

  CHANGES_BY_ITSELF("lint.changes-by-itself", Severity.WARNING, Topic.UPGRADES),
  IMMUTABLE_FIELD("lint.immutable-field", Severity.WARNING, Topic.UPGRADES),

  RECOMMENDED_LABELS("lint.recommended-labels", Severity.INFO, Topic.METADATA),

  UNUSED_VALUE("lint.unused-value", Severity.WARNING, Topic.VALUES),
  UNDECLARED_VALUE("lint.undeclared-value", Severity.WARNING, Topic.VALUES),

  UNUSED_PARTIAL("lint.unused-partial", Severity.INFO, Topic.CHART),
  NEVER_RENDERED("lint.never-rendered", Severity.INFO, Topic.CHART),
  OLD_KUBERNETES("lint.old-kubernetes", Severity.WARNING, Topic.CHART),
  UNDECLARED_DEPENDENCY("lint.undeclared-dependency", Severity.WARNING, Topic.CHART),
  CRD_FILES("lint.crd-files", Severity.WARNING, Topic.CHART),
  LIST_ANNOTATIONS("lint.list-annotations", Severity.WARNING, Topic.CHART),
  NO_SCHEMA("lint.no-schema", Severity.INFO, Topic.CHART),
  NO_README("lint.no-readme", Severity.INFO, Topic.CHART),
  NO_NOTES("lint.no-notes", Severity.INFO, Topic.CHART),
  NO_ICON("chart.no-icon", Severity.INFO, Topic.CHART),
  NO_DESCRIPTION("chart.no-description", Severity.INFO, Topic.CHART),
  NO_VALUES("chart.no-values", Severity.INFO, Topic.CHART),
  NO_TEMPLATES("chart.no-templates", Severity.WARNING, Topic.CHART),
  LOCK_OUT_OF_SYNC("chart.lock-out-of-sync", Severity.WARNING, Topic.CHART),

  UNKNOWN_SKIP("lint.unknown-skip", Severity.WARNING, Topic.SKIPS),
  USELESS_SKIP("lint.useless-skip", Severity.INFO, Topic.SKIPS);

  /** What a rule is about, in the order in which pages tell of them. */
  public enum Topic {
    CONTAINERS("Containers"),
    SECURITY("Security"),
    SELECTORS("Selectors"),
    NETWORK("Services and what points to them"),
    SCALING("Scaling and disruption"),
    REFERENCES("References"),
    UPGRADES("Upgrades"),
    METADATA("Metadata"),
    VALUES("Values"),
    CHART("The chart itself"),
    SKIPS("Switched-off rules");

    private final String title;

    Topic(String title) {
      this.title = title;
    }

    /** A heading. */
    public String title() {
      return title;
    }

    /** Whether its findings depend on what an environment chooses, not on how parts fit. */
    boolean isPractice() {
      return this == CONTAINERS || this == SECURITY || this == SCALING || this == METADATA;
    }
  }

  private final String code;
  private final Severity severity;
  private final Topic topic;

  Rule(String code, Severity severity, Topic topic) {
    this.code = code;
    this.severity = severity;
    this.topic = topic;
  }

  /** What its problems carry as their code. */
  public String code() {
    return code;
  }

  public Severity severity() {
    return severity;
  }

  public Topic topic() {
    return topic;
  }

  /** The rule of a code, whose area may be left out: {@code image-tag}. */
  public static Optional<Rule> find(String code) {
    for (Rule rule : values()) {
      if (rule.code.equals(code) || rule.code.endsWith("." + code)) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }
}
