package dev.pannier.engine.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldPathTest {
  private static final Node POD =
      YamlReader.read(
          new Source(
              "pod.yaml",
              """
              metadata:
                labels:
                  app.kubernetes.io/name: web
                  plain: yes-it-is
                  1: one
              spec:
                containers:
                  - name: web
                    image: nginx:1
                    ports: [{containerPort: 80}, {containerPort: 443}]
                  - name: log
                    image: fluent:2
                    ports: []
              """));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spec.containers[0].image | spec.containers[0].image=nginx:1",
        "$.spec.containers[0].image | spec.containers[0].image=nginx:1",
        ".spec.containers[-1].image | spec.containers[1].image=fluent:2",
        "spec.containers[name=log].image | spec.containers[1].image=fluent:2",
        "spec.containers[name=\"log\"].image | spec.containers[1].image=fluent:2",
        "spec.containers[ports[1].containerPort=443].name | spec.containers[0].name=web",
        "spec.containers[*].name | spec.containers[0].name=web spec.containers[1].name=log",
        "spec.containers.*.name | spec.containers[0].name=web spec.containers[1].name=log",
        "metadata.labels[\"app.kubernetes.io/name\"]"
            + " | metadata.labels[\"app.kubernetes.io/name\"]=web",
        "metadata.labels['app.kubernetes.io/name']"
            + " | metadata.labels[\"app.kubernetes.io/name\"]=web",
        "metadata.labels[app.kubernetes.io/name]"
            + " | metadata.labels[\"app.kubernetes.io/name\"]=web",
        "metadata.labels[1] | metadata.labels.1=one",
        "metadata.labels[plain=yes-it-is].1 | metadata.labels.1=one",
        "spec.containers[name=web].ports[*].containerPort"
            + " | spec.containers[0].ports[0].containerPort=80"
            + " spec.containers[0].ports[1].containerPort=443",
        "spec.containers[2].image | ''",
        "spec.containers[-3].image | ''",
        "spec.containers[name=other] | ''",
        "spec.container | ''",
        "metadata.labels.plain.deeper | ''",
      })
  void a_path_leads_to(String path, String found) {
    List<String> all = new ArrayList<>();
    for (FieldPath.Found one :
        FieldPathReader.read(path, Location.unknown()).in(POD, new ArrayList<>())) {
      all.add(one.path() + "=" + one.node().toString().replace("\"", ""));
    }
    assertThat(String.join(" ", all)).isEqualTo(found);
  }

  @Test
  void a_miss_tells_how_far_the_path_led() {
    List<FieldPath.Miss> misses = new ArrayList<>();
    FieldPathReader.read("spec.containers[name=web].imag", Location.unknown()).in(POD, misses);

    assertThat(misses).hasSize(1);
    assertThat(misses.getFirst().path()).isEqualTo("spec.containers[0]");
    assertThat(misses.getFirst().step()).isEqualTo(new FieldPath.Key("imag"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a[", "a[]", "a..b", "a.", "a[\"b]", "a]", "[\"a\"b]"})
  void what_is_no_path_is_refused(String path) {
    assertThatThrownBy(() -> FieldPathReader.read(path, Location.unknown()))
        .hasMessageStartingWith("`" + path + "` is no path of a field: ");
  }

  @ParameterizedTest
  @CsvSource({
    "ingress*, ingress/tls, true",
    "ingress, ingress/tls, true",
    "ingress, ingresses, false",
    "*tls, ingress/tls, true",
    "i?gress/*, ingress/tls, true",
    "*a*b*c, xaxbxc, true",
    "*a*b*c, xaxcxb, false",
    "'', '', true",
  })
  void a_pattern_of_names(String pattern, String name, boolean matches) {
    assertThat(new NamePattern(pattern).matches(name)).isEqualTo(matches);
  }
}
