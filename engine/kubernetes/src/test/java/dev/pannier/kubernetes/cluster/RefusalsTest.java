package dev.pannier.kubernetes.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.deploy.ApplyResult.Cause;
import dev.pannier.engine.deploy.ApplyResult.Refusal;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.yaml.JsonWriter;
import dev.pannier.engine.yaml.Node;
import dev.pannier.kubernetes.api.ApiResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What refusals of servers from 1.20 to 1.34 mean. */
class RefusalsTest {

  private static final ResourceId ID = new ResourceId("apps/v1", "Deployment", "web", "web");

  private static List<Refusal> read(int status, Object body) {
    return Refusals.read(
        ID, new ApiResponse(status, Map.of(), JsonWriter.write(Node.of(body)), false));
  }

  private static Map<String, Object> message(String message) {
    return Map.of("kind", "Status", "message", message);
  }

  private static Map<String, Object> causes(String... fieldsAndMessages) {
    List<Object> causes = new java.util.ArrayList<>();
    for (int i = 0; i < fieldsAndMessages.length; i += 2) {
      causes.add(Map.of("field", fieldsAndMessages[i], "message", fieldsAndMessages[i + 1]));
    }
    return Map.of("message", "is invalid", "details", Map.of("causes", causes));
  }

  @Test
  void a_namespace_that_is_not_there_is_told_from_a_kind_that_is_not_served() {
    assertThat(
            read(
                404,
                Map.of(
                    "message",
                    "namespaces \"web\" not found",
                    "details",
                    Map.of("kind", "namespaces", "name", "web"))))
        .containsExactly(new Refusal(Cause.NO_NAMESPACE, "", "There is no namespace `web`."));
    assertThat(read(404, message("the server could not find the requested resource")))
        .containsExactly(
            new Refusal(Cause.NO_KIND, "", "The cluster serves no `Deployment` of `apps/v1`."));
  }

  @Test
  void each_field_that_is_wrong_is_told() {
    assertThat(
            read(
                422,
                causes(
                    "spec.replicas", "Invalid value: -1: must be greater than or equal to 0",
                    "spec.selector", "Invalid value: {}: field is immutable")))
        .containsExactly(
            new Refusal(
                Cause.INVALID,
                "spec.replicas",
                "Invalid value: -1: must be greater than or equal to 0."),
            new Refusal(
                Cause.IMMUTABLE, "spec.selector", "Invalid value: {}: field is immutable."));
  }

  @Test
  void what_stays_as_it_was_made_is_said_in_many_ways() {
    for (String message :
        List.of(
            "Forbidden: updates to statefulset spec for fields other than 'replicas', 'template',"
                + " and 'updateStrategy' are forbidden",
            "Invalid value: \"\": may not be changed once set",
            "Invalid value: \"10.0.0.1\": may not change once set",
            "Forbidden: spec is immutable after creation except resources.requests",
            "Forbidden: pod updates may not change fields other than `spec.containers[*].image`",
            "Invalid value: {}: cannot change roleRef",
            "Forbidden: updates to parameters are forbidden.",
            "Forbidden: field is immutable when `immutable` is set")) {
      assertThat(read(422, causes("spec", message)).getFirst().cause())
          .as(message)
          .isEqualTo(Cause.IMMUTABLE);
    }
  }

  @Test
  void a_misspelt_field_is_told_by_its_path() {
    assertThat(
            read(
                400,
                message(
                    "failed to create typed patch object: strict decoding error: unknown field"
                        + " \"spec.replica\", unknown field \"spec.template.spec.x\"")))
        .extracting(Refusal::path)
        .containsExactly("spec.replica", "spec.template.spec.x");
  }

  @Test
  void an_object_that_fits_no_schema_is_told_by_its_field() {
    assertThat(
            read(
                500,
                message(
                    "failed to create typed patch object:"
                        + " .spec.template.spec.containers[name=\"web\"].ports: element 0:"
                        + " associative list with keys has an element that omits key field"
                        + " \"protocol\"")))
        .containsExactly(
            new Refusal(
                Cause.INVALID,
                "spec.template.spec.containers[name=\"web\"].ports",
                "The API server cannot read it: element 0: associative list with keys has an"
                    + " element that omits key field \"protocol\"."));
    assertThat(
            read(
                500,
                message(
                    "failed to create typed patch object (web/web; apps/v1, Kind=Deployment):"
                        + " .spec.replicas: expected numeric (int or float), got string")))
        .extracting(Refusal::path)
        .containsExactly("spec.replicas");
  }

  @Test
  void several_fields_that_fit_no_schema_are_told_one_by_one() {
    assertThat(
            read(
                500,
                message(
                    "failed to create typed patch object: errors:\n"
                        + "    .spec.limits[0].max.cpu: expected string, got"
                        + " &value.valueUnstructured{Value:2}\n"
                        + "    .spec.limits[0].min: expected map")))
        .containsExactly(
            new Refusal(
                Cause.INVALID,
                "spec.limits[0].max.cpu",
                "The API server cannot read it: expected string, got `2`."),
            new Refusal(
                Cause.INVALID,
                "spec.limits[0].min",
                "The API server cannot read it: expected map."));
  }

  @Test
  void what_is_not_allowed_says_who_does_not_allow_it() {
    assertThat(read(403, message("pods \"web\" is forbidden: exceeded quota: small")))
        .containsExactly(
            new Refusal(Cause.FORBIDDEN, "", "pods \"web\" is forbidden: exceeded quota: small."));
    assertThat(
            read(
                400,
                message("admission webhook \"policy.test\" denied the request: no latest tags")))
        .containsExactly(
            new Refusal(
                Cause.FORBIDDEN,
                "",
                "admission webhook \"policy.test\" denied the request: no latest tags."));
  }

  @Test
  void a_namespace_that_is_going_takes_nothing() {
    assertThat(
            read(
                403,
                Map.of(
                    "message",
                    "forbidden: unable to create new content",
                    "details",
                    Map.of("causes", List.of(Map.of("reason", "NamespaceTerminating"))))))
        .extracting(Refusal::message)
        .containsExactly("Its namespace is being deleted, and takes no new objects any more.");
  }

  @Test
  void trouble_of_the_server_says_nothing_about_the_object() {
    assertThat(read(500, message("Internal error occurred: no room"))).isEmpty();
    assertThat(read(503, Map.of())).isEmpty();
  }
}
