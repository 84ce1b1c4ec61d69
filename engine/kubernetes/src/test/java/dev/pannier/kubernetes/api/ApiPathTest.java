package dev.pannier.kubernetes.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ApiPathTest {

  @Test
  void core_and_groups_have_different_roots() {
    assertThat(ApiPath.object("v1", "web", "secrets", "x"))
        .isEqualTo("/api/v1/namespaces/web/secrets/x");
    assertThat(ApiPath.collection("apps/v1", "", "deployments"))
        .isEqualTo("/apis/apps/v1/deployments");
  }

  @Test
  void no_name_leaves_its_place_in_the_path() {
    assertThat(ApiPath.object("v1", "..", "secrets", "../../x?a b"))
        .isEqualTo("/api/v1/namespaces/%2E%2E/secrets/..%2F..%2Fx%3Fa%20b");
  }
}
