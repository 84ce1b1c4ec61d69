package dev.pannier.engine.manifest.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ServedApisTest {

  @Test
  void a_release_serves_what_its_time_had() {
    assertThat(ServedApis.at("v1.20.2"))
        .contains("v1", "v1/Pod", "policy/v1beta1", "batch/v1beta1/CronJob", "batch/v1/Job")
        .doesNotContain("policy/v1", "batch/v1/CronJob", "autoscaling/v2", "batch/v2alpha1");
    assertThat(ServedApis.at("v1.25.0-gke.1"))
        .contains("policy/v1/PodDisruptionBudget", "autoscaling/v2", "autoscaling/v2beta2")
        .doesNotContain("policy/v1beta1", "batch/v1beta1", "networking.k8s.io/v1alpha1");
  }

  @Test
  void a_release_beyond_those_known_serves_what_the_nearest_does() {
    assertThat(ServedApis.at("v1.99.0")).isEqualTo(ServedApis.at("v1.36.0"));
    assertThat(ServedApis.at("v2.0.0")).isEqualTo(ServedApis.at("v1.36.0"));
    assertThat(ServedApis.at("v1.16.0")).isEqualTo(ServedApis.at("v1.20.0"));
  }

  @Test
  void what_is_served_is_what_the_schemas_have_on_by_default() {
    SchemaText text = SchemaText.builtIn();
    for (int minor = text.oldest().minor(); minor <= text.newest().minor(); minor++) {
      KubeVersion version = new KubeVersion(minor);
      Set<String> expected = new TreeSet<>();
      new Catalog(text, version)
          .kinds()
          .forEach(kind -> {
            if (!kind.off()) {
              expected.add(kind.apiVersion());
              expected.add(kind.apiVersion() + "/" + kind.kind());
            }
          });
      assertThat(new TreeSet<>(ServedApis.at("v" + version))).isEqualTo(expected);
    }
  }
}
