package dev.pannier.engine.manifest.kind;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FieldSchemaTest {

  @Test
  void containers_are_merged_by_their_names() {
    FieldSchema containers = at("apps/v1", "Deployment", "spec.template.spec.containers");

    assertThat(containers.merge()).isEqualTo(Merge.KEYED);
    assertThat(containers.mergeKeys()).containsExactly("name");
    assertThat(containers.patchKey()).contains("name");
    assertThat(containers.patchStrategies()).containsExactly("merge");
  }

  @Test
  void ports_are_merged_by_number_and_protocol_but_patched_by_number() {
    FieldSchema ports = at("v1", "Service", "spec.ports");

    assertThat(ports.mergeKeys()).containsExactly("port", "protocol");
    assertThat(ports.mergeKeyDefault("protocol")).contains("TCP");
    assertThat(ports.mergeKeyDefault("port")).isEmpty();
    assertThat(ports.patchKey()).contains("port");
  }

  @Test
  void finalizers_are_a_set() {
    FieldSchema finalizers = at("v1", "ConfigMap", "metadata.finalizers");

    assertThat(finalizers.merge()).isEqualTo(Merge.SET);
    assertThat(finalizers.item().orElseThrow().merge()).isEqualTo(Merge.ATOMIC);
  }

  @Test
  void lists_without_keys_are_replaced() {
    FieldSchema command = at("v1", "Pod", "spec.containers[].command");

    assertThat(command.merge()).isEqualTo(Merge.ATOMIC);
    assertThat(command.mergeKeys()).isEmpty();
    assertThat(command.patchKey()).isEmpty();
  }

  @Test
  void maps_are_merged_key_by_key() {
    assertThat(at("v1", "ConfigMap", "data").merge()).isEqualTo(Merge.FIELDS);
    assertThat(at("v1", "ConfigMap", "data.some/key").merge()).isEqualTo(Merge.ATOMIC);
    assertThat(at("v1", "Pod", "metadata.labels").merge()).isEqualTo(Merge.FIELDS);
    assertThat(at("v1", "Pod", "spec").merge()).isEqualTo(Merge.FIELDS);
  }

  @Test
  void selectors_are_replaced_as_a_whole() {
    assertThat(at("v1", "Service", "spec.selector").merge()).isEqualTo(Merge.ATOMIC);
    assertThat(at("apps/v1", "Deployment", "spec.selector").merge()).isEqualTo(Merge.ATOMIC);
    assertThat(at("v1", "Pod", "spec.nodeSelector").merge()).isEqualTo(Merge.ATOMIC);
  }

  @Test
  void free_content_is_merged_map_by_map_however_deep() {
    assertThat(at("apps/v1", "ControllerRevision", "data.any.thing").merge())
        .isEqualTo(Merge.FIELDS);
  }

  @Test
  void the_schemas_of_custom_resources_recur() {
    String schema = "spec.versions[].schema.openAPIV3Schema";
    FieldSchema keys =
        at(
            "apiextensions.k8s.io/v1",
            "CustomResourceDefinition",
            schema + ".properties.spec.properties.list.items.x-kubernetes-list-map-keys");

    assertThat(keys.merge()).isEqualTo(Merge.ATOMIC);
  }

  @Test
  void there_is_nothing_below_a_scalar_or_beside_the_fields() {
    FieldSchema spec = at("v1", "Pod", "spec");

    assertThat(spec.field("contaners")).isEmpty();
    assertThat(spec.item()).isEmpty();
    assertThat(at("v1", "Pod", "spec.hostname").field("x")).isEmpty();
    assertThat(at("v1", "Pod", "spec.containers").field("name")).isEmpty();
  }

  /** The schema at a path like {@code spec.containers[].env}. */
  private static FieldSchema at(String apiVersion, String kind, String path) {
    FieldSchema schema = KindSchemas.builtIn().find(apiVersion, kind).orElseThrow().root();
    for (String step : path.split("\\.")) {
      boolean item = step.endsWith("[]");
      schema = schema.field(item ? step.substring(0, step.length() - 2) : step).orElseThrow();
      schema = item ? schema.item().orElseThrow() : schema;
    }
    return schema;
  }
}
