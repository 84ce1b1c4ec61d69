package dev.pannier.engine.deploy.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.YamlReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadinessRulesTest {

  @ParameterizedTest(name = "{0} {1} is {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          v1 ConfigMap        | {}                                                                    | ready
          v1 ConfigMap        | metadata: {deletionTimestamp: x}                                      | progressing: it is being deleted
          x.io/v1 Thing       | {}                                                                    | ready
          x.io/v1 Thing       | metadata: {generation: 2}, status: {observedGeneration: 1}            | progressing: its controller has not looked at the change yet
          x.io/v1 Thing       | metadata: {generation: 2}, status: {observedGeneration: '2'}          | ready
          x.io/v1 Thing       | status: {conditions: [{type: Ready, status: 'False', message: Why.}]} | progressing: Why
          x.io/v1 Thing       | status: {conditions: [{type: Ready, status: 'True'}]}                 | ready
          x.io/v1 Thing       | status: {conditions: [{type: Stalled, status: 'True', reason: Broken}]}   | failed: Broken
          x.io/v1 Thing       | status: {conditions: [{type: Reconciling, status: 'True', reason: R}]}| progressing: R
          x.io/v1 Thing       | status: {conditions: oops}                                            | ready
          apps/v1 Deployment  | {}                                                                    | progressing: 0 of 1 replicas are there
          apps/v1 Deployment  | spec: {replicas: 0}, status: {conditions: [{type: Available, status: 'True'}]} | ready
          apps/v1 Deployment  | spec: {replicas: 2}, status: {replicas: 2, updatedReplicas: 1}        | progressing: 1 of 2 replicas are up to date
          apps/v1 Deployment  | status: {replicas: 2, updatedReplicas: 1}                             | progressing: 1 old replica is still there
          apps/v1 Deployment  | status: {replicas: 1, updatedReplicas: 1}                             | progressing: 0 of 1 replicas are available
          apps/v1 Deployment  | status: {replicas: 1, updatedReplicas: 1, availableReplicas: 1}       | progressing: 0 of 1 replicas are ready
          apps/v1 Deployment  | status: {replicas: 1, updatedReplicas: 1, availableReplicas: 1, readyReplicas: 1} | progressing: the deployment is not available
          apps/v1 Deployment  | status: {conditions: [{type: Progressing, status: 'False', reason: ProgressDeadlineExceeded, message: Late.}]} | failed: Late
          apps/v1 Deployment  | status: {conditions: [{type: ReplicaFailure, status: 'True', message: Quota.}]} | failed: Quota
          apps/v1 StatefulSet | status: {replicas: 1, readyReplicas: 1, currentReplicas: 1}           | ready
          apps/v1 StatefulSet | status: {replicas: 1, readyReplicas: 1, currentReplicas: 1, currentRevision: a, updateRevision: b} | progressing: replicas of an older revision are still there
          apps/v1 StatefulSet | spec: {updateStrategy: {type: OnDelete}}                              | ready
          apps/v1 StatefulSet | spec: {replicas: 3, updateStrategy: {rollingUpdate: {partition: 2}}}, status: {replicas: 3, readyReplicas: 3, updatedReplicas: 1} | ready
          apps/v1 StatefulSet | spec: {replicas: 3, updateStrategy: {rollingUpdate: {partition: 2}}}, status: {replicas: 3, readyReplicas: 3} | progressing: 0 of 1 replicas are up to date
          apps/v1 DaemonSet   | {}                                                                    | progressing: its controller has not looked at it yet
          apps/v1 DaemonSet   | metadata: {generation: 1}, status: {observedGeneration: 1}            | progressing: no nodes are chosen yet
          apps/v1 DaemonSet   | metadata: {generation: 1}, status: {observedGeneration: 1, desiredNumberScheduled: 0} | ready
          apps/v1 DaemonSet   | metadata: {generation: 1}, status: {observedGeneration: 1, desiredNumberScheduled: 2, currentNumberScheduled: 2, updatedNumberScheduled: 1} | progressing: 1 of 2 pods are up to date
          apps/v1 ReplicaSet  | status: {fullyLabeledReplicas: 1, availableReplicas: 1, readyReplicas: 1, replicas: 1} | ready
          apps/v1 ReplicaSet  | status: {fullyLabeledReplicas: 1}                                     | progressing: 0 of 1 replicas are ready
          v1 Pod              | {}                                                                    | progressing: the pod has not started
          v1 Pod              | status: {phase: Running}                                              | progressing: the pod is not ready
          v1 Pod              | status: {phase: Running, conditions: [{type: Ready, status: 'True'}]} | ready
          v1 Pod              | status: {phase: Succeeded}                                            | ready
          v1 Pod              | status: {phase: Failed, message: Evicted}                             | failed: Evicted
          v1 Pod              | status: {phase: Pending, containerStatuses: [{name: a, state: {waiting: {reason: ImagePullBackOff}}}]} | failed: container `a` is in ImagePullBackOff
          v1 Pod              | status: {phase: Pending, initContainerStatuses: [{name: i, restartCount: 3, state: {waiting: {reason: CrashLoopBackOff}}, lastState: {terminated: {exitCode: 3}}}]} | failed: 'container `i` is in CrashLoopBackOff, exit code 3'
          v1 Pod              | status: {phase: Running, containerStatuses: [{name: a, restartCount: 1, state: {waiting: {reason: CrashLoopBackOff}}}]} | progressing: the pod is not ready
          v1 Pod              | status: {phase: Pending, conditions: [{type: PodScheduled, status: 'False', message: No nodes.}]} | progressing: No nodes
          batch/v1 Job        | {}                                                                    | progressing: the job has not completed
          batch/v1 Job        | status: {conditions: [{type: Complete, status: 'True'}]}              | ready
          batch/v1 Job        | status: {conditions: [{type: Failed, status: 'True', message: Bad.}]} | failed: Bad
          batch/v1 CronJob    | {}                                                                    | ready
          v1 PersistentVolumeClaim | status: {phase: Pending}                                         | progressing: the claim is not bound
          v1 PersistentVolumeClaim | status: {phase: Bound}                                           | ready
          v1 Service          | spec: {type: LoadBalancer}                                            | progressing: the service has no cluster IP
          v1 Service          | spec: {type: LoadBalancer, clusterIP: 1.2.3.4}                        | ready
          v1 Service          | spec: {type: ClusterIP}                                               | ready
          apiextensions.k8s.io/v1 CustomResourceDefinition | {}                                       | progressing: its kind is not served yet
          apiextensions.k8s.io/v1 CustomResourceDefinition | status: {conditions: [{type: NamesAccepted, status: 'False', message: Taken.}]} | failed: Taken
          apiextensions.k8s.io/v1 CustomResourceDefinition | status: {conditions: [{type: Established, status: 'False', reason: Installing}]} | progressing: its kind is not served yet
          apiextensions.k8s.io/v1 CustomResourceDefinition | status: {conditions: [{type: Established, status: 'True'}]} | ready
          autoscaling/v2 HorizontalPodAutoscaler | status: {conditions: [{type: Ready, status: 'False'}]} | ready
          apiregistration.k8s.io/v1 APIService | {}                                                   | progressing: the condition Available is not met
          """)
  void an_object_is_as_its_status_says(String kind, String fields, String expected) {
    String[] words = kind.split(" ");
    String body = fields.equals("{}") ? "" : ", " + fields;
    String yaml = "{apiVersion: " + words[0] + ", kind: " + words[1] + body + "}";
    MapNode object = (MapNode) YamlReader.read(new Source("test.yaml", yaml));

    String told =
        switch (ReadinessRules.of(object, true)) {
          case Readiness.Ready _ -> "ready";
          case Readiness.Progressing(String reason) -> "progressing: " + reason;
          case Readiness.Failed failed -> "failed: " + failed.reason();
        };
    assertThat(told).isEqualTo(expected.replace("'", ""));
  }
}
