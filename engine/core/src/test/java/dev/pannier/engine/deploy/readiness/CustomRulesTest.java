package dev.pannier.engine.deploy.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.YamlReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of custom resources, and the language that it is written in. */
class CustomRulesTest {

  private static MapNode object(String yaml) {
    return (MapNode) YamlReader.read(new Source("test.yaml", yaml));
  }

  private static String told(Readiness readiness) {
    return switch (readiness) {
      case Readiness.Ready _ -> "ready";
      case Readiness.Progressing(String reason) -> reason;
      case Readiness.Failed failed -> "failed: " + failed.reason();
    };
  }

  @ParameterizedTest(name = "{0} with {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          cert-manager.io/v1 Certificate         |                                                                               | the condition Ready is not met
          cert-manager.io/v1 Certificate         | conditions: [{type: Ready, status: "True"}]                                   | ready
          cert-manager.io/v1 Certificate         | conditions: [{type: Ready, status: "False", message: Issuing.}]               | Issuing
          cert-manager.io/v1 Certificate         | conditions: [{type: Issuing, status: "False", reason: Failed, message: No A record.}] | failed: No A record
          cert-manager.io/v1 Certificate         | conditions: [{type: Ready, status: "True", observedGeneration: 2}]            | the condition Ready is not met
          argoproj.io/v1alpha1 Rollout           | phase: Progressing                                                            | status.phase is Progressing
          argoproj.io/v1alpha1 Rollout           | phase: Healthy, observedGeneration: "3"                                       | ready
          argoproj.io/v1alpha1 Rollout           | phase: Healthy, observedGeneration: "2"                                       | its controller has not looked at the change yet
          argoproj.io/v1alpha1 Rollout           | phase: Degraded                                                               | failed: status.phase is Degraded
          argoproj.io/v1alpha1 Application       |                                                                               | ready
          external-secrets.io/v1 ExternalSecret  | conditions: [{type: Ready, status: "False", message: no such key}]            | no such key
          kustomize.toolkit.fluxcd.io/v1 Kustomization | conditions: [{type: Ready, status: "True"}]                             | ready
          kustomize.toolkit.fluxcd.io/v1 Kustomization | conditions: [{type: Stalled, status: "True", message: No path.}]        | failed: No path
          monitoring.coreos.com/v1 Prometheus    | conditions: [{type: Available, status: "True"}]                               | the condition Reconciled is not met
          monitoring.coreos.com/v1 ServiceMonitor|                                                                               | ready
          postgresql.cnpg.io/v1 Cluster          | conditions: [{type: Ready, status: "False", message: Setting up primary}]     | Setting up primary
          kafka.strimzi.io/v1beta2 Kafka         |                                                                               | the condition Ready is not met
          kafka.strimzi.io/v1beta2 KafkaNodePool |                                                                               | ready
          keda.sh/v1alpha1 ScaledObject          | conditions: [{type: Paused, status: "True"}]                                  | ready
          pkg.crossplane.io/v1 Provider          | conditions: [{type: Installed, status: "True"}, {type: Healthy, status: "True"}] | ready
          bitnami.com/v1alpha1 SealedSecret      | conditions: [{type: Synced, status: "False", message: no key could decrypt}]  | failed: no key could decrypt
          gateway.networking.k8s.io/v1 Gateway   | conditions: [{type: Accepted, status: "True"}]                                | the condition Programmed is not met
          gateway.networking.k8s.io/v1 HTTPRoute |                                                                               | status.parents[*].conditions[?(@.type=="Accepted")].observedGeneration is not there yet
          gateway.networking.k8s.io/v1 HTTPRoute | parents: [{conditions: [{type: Accepted, status: "True", observedGeneration: 3}]}] | ready
          gateway.networking.k8s.io/v1 HTTPRoute | parents: [{conditions: [{type: Accepted, status: "True", observedGeneration: 2}]}] | status.parents[*].conditions[?(@.type=="Accepted")].observedGeneration is 2
          gateway.networking.k8s.io/v1 HTTPRoute | parents: [{conditions: [{type: Accepted, status: "True", observedGeneration: 3}]}, {conditions: [{type: Accepted, status: "False", observedGeneration: 3}]}] | status.parents[*].conditions[?(@.type=="Accepted")].status is False
          """)
  void a_well_known_custom_resource_is_judged_by_its_row(
      String kind, String status, String expected) {
    String[] words = kind.strip().split(" ");
    MapNode object =
        object(
            "{apiVersion: %s, kind: %s, metadata: {generation: 3}, status: {%s}}"
                .formatted(words[0], words[1], status == null ? "" : status));

    assertThat(told(ReadinessRules.of(object, false))).isEqualTo(expected);
  }

  @Test
  void every_row_of_the_table_can_be_read() {
    MapNode table = CustomRules.Table.ROOT;
    int rules = 0;
    for (String group : table.keys()) {
      for (String kind : table.map(group).keys()) {
        assertThat(CustomRules.of(group, kind)).as(group + " " + kind).isPresent();
        assertThat(table.map(group).map(kind).keys()).isSubsetOf("ready", "failed");
        rules++;
      }
    }
    assertThat(rules).isGreaterThan(50);
    assertThat(List.copyOf(table.keys())).isSorted();
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      textBlock =
          """
          status.phase == "Up"                                     ; true
          status.phase != 'Up'                                     ; false
          status.phase == "Up" && status.left > 0                  ; false
          status.phase == "Up" || status.left > 0                  ; true
          status.phase == "Down" || (status.ok && status.left < 1) ; true
          !status.ok                                               ; false
          !(status.left >= 1)                                      ; true
          status.ok == true                                        ; true
          status.nothing                                           ; false
          status.nothing == null                                   ; true
          status.nothing == ""                                     ; false
          status.nothing < 5                                       ; false
          status.nothing.below == "x"                              ; false
          status.left == spec.left                                 ; true
          status.left <= 10 && 10 > status.left                    ; true
          status.size >= 9.5                                       ; true
          status.nodes[*].up == true                               ; true
          status.nodes[*].name == "a"                              ; false
          status.nodes[?(@.name=="b")].up                          ; true
          .status.phase == "Up"                                    ; true
          status["phase"] == "Up"                                  ; true
          condition(Ready) == "True"                               ; true
          condition("Ready") == True                               ; true
          condition(Other) == "True"                               ; false
          """)
  void a_rule_says_what_it_says(String rule, boolean expected) {
    MapNode object =
        object(
            "{spec: {left: 0}, status: {phase: Up, left: 0, size: 10, ok: true, nodes: [{name: a,"
                + " up: true}, {name: b, up: true}], conditions: [{type: Ready, status:"
                + " 'True'}]}}");

    assertThat(
            Condition.parse(rule.replace("== True", "== \"True\"")).holds(new ObjectStatus(object)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "status.phase ==",
        "== 1",
        "status.phase = 1",
        "(status.ok",
        "status.ok)",
        "status.phase == \"Up",
        "status.a && ",
        "status.nodes[ == 1",
        "condition(Ready == 1",
        "status.left > 1x"
      })
  void a_rule_that_says_nothing_is_refused(String rule) {
    assertThatThrownBy(() -> Condition.parse(rule))
        .hasMessageContaining("The rule `" + rule.strip() + "` cannot be read: ");
  }
}
