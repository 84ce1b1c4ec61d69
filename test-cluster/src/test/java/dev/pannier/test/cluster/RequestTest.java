package dev.pannier.test.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET    | /version                                   | 1 get /version",
        "GET    | /apis/apps/v1                              | 1 get /apis/apps/v1",
        "GET    | /api/v1/namespaces                         | 1 list namespaces /",
        "GET    | /api/v1/namespaces/a                       | 1 get namespaces /a",
        "GET    | /api/v1/pods?watch=1                       | 1 watch pods /",
        "GET    | /api/v1/namespaces/a/pods?labelSelector=x  | 1 list pods a/",
        "GET    | /api/v1/namespaces/a/pods/b/log?x=y        | 1 get pods/log a/b",
        "DELETE | /apis/apps/v1/namespaces/a/deployments/b   | 1 delete deployments a/b",
        "DELETE | /apis/apps/v1/namespaces/a/deployments     | 1 deletecollection deployments a/",
        "POST   | /apis/apps/v1/namespaces/a/deployments     | 1 create deployments a/",
        "PUT    | /apis/apps/v1/namespaces/a/deployments/b/status | 1 update deployments/status"
            + " a/b",
        "PATCH  | /apis/x.y/v1/things/b?fieldManager=helm&dryRun=All | 1 apply (dry run) things /b"
      })
  void a_request_is_told_in_the_words_of_kubernetes(String method, String target, String told) {
    assertThat(Request.of(1, method, target, "application/apply-patch+yaml")).hasToString(told);
  }
}
