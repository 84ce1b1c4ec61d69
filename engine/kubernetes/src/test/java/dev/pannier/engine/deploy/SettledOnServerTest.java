package dev.pannier.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.yaml.MapNode;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is said to be as it should be without asking a real API server is so when it is asked.
 */
class SettledOnServerTest {

  private static final int ROUNDS = 150;

  private static final String OBJECTS =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: web, labels: {app: web, 'a.b/c': x}, annotations: {note: "1"}}
      data: {a: "1", b: "2"}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: web}
      spec:
        type: ClusterIP
        selector: {app: web}
        ports:
          - {name: http, port: 80, targetPort: http, protocol: TCP}
          - {name: dns, port: 53, targetPort: 53, protocol: UDP}
      ---
      apiVersion: v1
      kind: ServiceAccount
      metadata: {name: web}
      automountServiceAccountToken: false
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata: {name: web}
      rules: [{apiGroups: [""], resources: [pods], verbs: [get, list]}]
      ---
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata: {name: web}
      spec:
        rules:
          - host: web.example.test
            http:
              paths:
                - {path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web, labels: {app: web}}
      spec:
        replicas: 2
        selector: {matchLabels: {app: web}}
        strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 1, maxUnavailable: 0}}
        template:
          metadata: {labels: {app: web}, annotations: {sum: abc}}
          spec:
            securityContext: {runAsNonRoot: true}
            volumes:
              - {name: tmp, emptyDir: {}}
              - {name: conf, configMap: {name: web, items: [{key: a, path: a}]}}
            containers:
              - name: web
                image: example.test/web:1
                args: [--port, "80"]
                env:
                  - {name: A, value: "1"}
                  - {name: B, valueFrom: {configMapKeyRef: {name: web, key: b}}}
                ports: [{name: http, containerPort: 80, protocol: TCP}]
                resources: {requests: {cpu: 1000m, memory: 64Mi}, limits: {memory: 0.5Gi}}
                readinessProbe: {httpGet: {path: /, port: http}, periodSeconds: 2}
                volumeMounts: [{name: tmp, mountPath: /tmp}, {name: conf, mountPath: /conf}]
      """;

  @TempDir Path home;
  private ServerRig rig;

  @BeforeEach
  void open() {
    rig = new ServerRig(home, "settled");
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private List<Wanted> wanted(Site site) {
    return new Planner(site).wanted(Drafts.of(OBJECTS), "1-abc");
  }

  private MapNode live(Wanted wanted) {
    return rig.cluster.read(List.of(wanted.id())).get(wanted.id());
  }

  @Test
  void all_that_was_just_applied_is_as_it_should_be() {
    rig.install(OBJECTS);
    Site site = rig.site(DeployOptions.DEFAULTS);
    Negotiation negotiation = new Negotiation(site, Autoscalers.NONE);

    assertThat(wanted(site))
        .filteredOn(each -> !negotiation.isSettled(each, live(each)))
        .extracting(Wanted::id)
        .isEmpty();
  }

  @Test
  void whatever_others_do_an_object_said_to_be_settled_is() {
    rig.install(OBJECTS);
    Site site = rig.site(DeployOptions.builder().forceConflicts(true).build());
    Negotiation negotiation = new Negotiation(site, Autoscalers.NONE);
    List<Wanted> all = wanted(site);
    long seed = Long.getLong("seed", System.nanoTime());
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    int settled = 0;
    int edited = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Wanted one = all.get(random.nextInt(all.size()));
      String told = new RandomEdit(random, rig).of(one);
      MapNode live = live(one);
      if (negotiation.isSettled(one, live)) {
        settled++;
        Negotiation.Settlement asked = negotiation.apply(one, live, true);
        assertThat(asked.taken()).as("seed %d, %s", seed, told).isEmpty();
        assertThat(asked.result()).isInstanceOf(ApplyResult.Applied.class);
        MapNode result = ((ApplyResult.Applied) asked.result()).object();
        assertThat(FieldChange.meant(live, result, one.object()))
            .as("seed %d, %s", seed, told)
            .isEmpty();
      } else {
        edited++;
        setBack(negotiation, one, live);
      }
    }
    assertThat(settled).as("seed %d", seed).isPositive();
    assertThat(edited).as("seed %d", seed).isPositive();
  }

  /** An edit of what an item of a list is known by leaves two; then the object starts anew. */
  private void setBack(Negotiation negotiation, Wanted wanted, MapNode live) {
    if (negotiation.apply(wanted, live, false).result() instanceof ApplyResult.Refused) {
      String uid = live.map("metadata").text("uid").orElseThrow();
      rig.cluster.delete(wanted.id(), uid, Cluster.Propagation.BACKGROUND);
      ServerRig.until(() -> rig.cluster.read(List.of(wanted.id())).isEmpty());
      assertThat(negotiation.apply(wanted, null, false).result())
          .isInstanceOf(ApplyResult.Applied.class);
    }
  }
}
