package dev.pannier.engine.manifest.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.test.Goldens;
import dev.pannier.test.LoopbackSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CustomKindsTest {

  private static final String WIDGET =
      """
      {"type": "object", "required": ["spec"], "properties": {
        "apiVersion": {"type": "string"}, "kind": {"type": "string"}, "metadata": {"type": "object"},
        "spec": {"type": "object", "additionalProperties": false, "properties": {
          "size": {"$ref": "#/definitions/size"},
          "share": {"oneOf": [{"type": "string"}, {"type": "integer"}]},
          "label": {"type": ["string", "null"]}}}},
       "definitions": {"size": {"type": "integer", "minimum": 1}}}
      """;

  private static final String GOOD =
      """
      apiVersion: shop.example.com/v1
      kind: Widget
      metadata: {name: a}
      spec: {size: 3, share: 20%, label: null}
      """;

  private static final String BAD =
      """
      apiVersion: shop.example.com/v1
      kind: Widget
      metadata: {name: a}
      spec: {size: 0, share: [], lable: b}
      """;

  @TempDir Path folder;

  @Test
  void custom_resources_are_judged_by_the_definitions_beside_them() throws IOException {
    for (Path file : Manifests.files("custom")) {
      List<MapNode> objects = Manifests.read(file);
      KindSchemas schemas =
          KindSchemas.builtIn().with(CustomKinds.of(objects, SchemaLocations.NONE));
      List<Problem> problems = new ArrayList<>();
      objects.forEach(object -> problems.addAll(schemas.check(object)));
      Goldens.in("manifest/kind/custom")
          .check(file.getFileName() + ".expected", Manifests.messages(problems));
    }
  }

  @Test
  void a_location_can_be_a_file_a_folder_or_a_path_with_variables() throws IOException {
    Path group = Files.createDirectories(folder.resolve("shop.example.com"));
    Path file = Files.writeString(group.resolve("widget_v1.json"), WIDGET);

    for (String location :
        List.of(
            file.toString(),
            folder.toString(),
            group.toString(),
            folder + "/{{.Group}}/{{ .ResourceKind }}_{{.ResourceAPIVersion}}.json")) {
      assertThat(check(GOOD, location)).as(location).isEmpty();
      assertThat(check(BAD, location))
          .as(location)
          .containsExactlyInAnyOrder(
              "`spec.size` is 0, and the least it may be is 1.",
              "`spec.share` fits none of the 2 forms that its schema has for it.",
              "The field `spec.lable` does not exist in `Widget`.");
    }
  }

  @Test
  void the_suffix_of_kubeconform_is_the_first_part_of_the_group_and_the_version()
      throws IOException {
    Files.writeString(folder.resolve("widget-shop-v1.json"), WIDGET);

    assertThat(check(BAD, folder + "/{{.ResourceKind}}{{.KindSuffix}}.json")).hasSize(3);
  }

  @Test
  void a_folder_of_definitions_is_a_location() throws IOException {
    Files.writeString(
        Files.createDirectories(folder.resolve("crds")).resolve("widgets.yaml"),
        """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        spec:
          group: shop.example.com
          names: {kind: Widget}
          versions:
            - name: v1
              schema: {openAPIV3Schema: {type: object, properties: {spec: {type: object}}}}
        """);

    assertThat(check(GOOD, folder.toString())).hasSize(3).first().asString().contains("spec.size");
  }

  @Test
  void a_location_without_the_kind_says_nothing() {
    assertThat(check(BAD, folder.toString())).isEmpty();
    assertThat(check(BAD, folder + "/{{.ResourceKind}}.json")).isEmpty();
  }

  @Test
  void a_location_that_is_not_there_or_has_a_wrong_variable_is_an_error() {
    assertThatThrownBy(() -> check(BAD, folder + "/nothing"))
        .isInstanceOf(ChartException.class)
        .hasMessageContaining("no file and no folder");
    assertThatThrownBy(() -> check(BAD, folder + "/{{.Kind}}.json"))
        .isInstanceOf(ChartException.class)
        .hasMessageContaining("the variable `Kind`");
  }

  @Test
  void schemas_come_over_http_and_only_where_a_kind_is_not_known() throws IOException {
    String address;
    try (LoopbackSite site =
        new LoopbackSite()
            .with("/shop.example.com/widget_v1.json", 200, WIDGET)
            .with("/broken/widget.json", 503, "")) {
      address = site.url();
      String location = address + "/{{.Group}}/{{.ResourceKind}}_{{.ResourceAPIVersion}}.json";
      assertThat(check(BAD, location)).hasSize(3);
      assertThat(check("apiVersion: v1\nkind: ConfigMap\n", location)).isEmpty();
      assertThat(check(BAD.replace("Widget", "Gadget"), location)).isEmpty();
      assertThat(site.asked())
          .containsExactly("/shop.example.com/widget_v1.json", "/shop.example.com/gadget_v1.json");
      assertThatThrownBy(() -> check(BAD, address + "/broken/{{.ResourceKind}}.json"))
          .isInstanceOf(ChartException.class)
          .hasMessageContaining("answers with the status 503");
    }
    assertThatThrownBy(() -> check(BAD, address + "/x.json"))
        .isInstanceOfSatisfying(
            ChartException.class,
            e -> assertThat(e.reason()).isEqualTo(ChartException.Reason.UNAVAILABLE));
  }

  private static List<String> check(String manifest, String location) {
    CustomKinds custom = CustomKinds.of(List.of(), SchemaLocations.of(List.of(location)));
    KindSchemas schemas = KindSchemas.builtIn().with(custom);
    return Manifests.read("test.yaml", manifest).stream()
        .flatMap(object -> schemas.check(object).stream())
        .map(Problem::message)
        .toList();
  }
}
