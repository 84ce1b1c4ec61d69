package dev.pannier.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pannier.engine.problem.ChartException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which proxy leads to a server; none for what is near. */
class NoProxyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*                | https://a.test     | true",
        "a.test           | https://a.test     | true",
        "a.test           | https://x.a.test   | true",
        "a.test           | https://xa.test    | false",
        ".a.test          | https://a.test     | false",
        ".a.test          | https://x.a.test   | true",
        "*.a.test         | https://x.a.test   | true",
        "a.test:443       | https://a.test:443 | true",
        "a.test:443       | https://a.test:8443| false",
        "b.test, A.TEST   | https://a.test     | true",
        "10.1.0.0/16      | https://10.1.2.3   | true",
        "10.1.0.0/16      | https://10.2.2.3   | false",
        "10.1.0.0/99      | https://10.1.2.3   | false",
        "10.1.2.3         | https://10.1.2.3   | true",
        "2.3              | https://10.1.2.3   | false",
        "fd00::/8         | https://[fd00::1]  | true",
        "none             | https://127.0.0.1  | true",
        "none             | https://localhost  | true",
        "none             | https://[::1]      | true",
        "none             | https://10.1.2.3   | false",
      })
  void entries_name_hosts_networks_and_everything(String list, URI server, boolean covered) {
    assertThat(NoProxy.covers(list, server)).isEqualTo(covered);
  }

  @Test
  void the_kubeconfig_comes_before_the_environment_and_cares_for_no_exception() {
    Map<String, String> environment =
        Map.of("https_proxy", "proxy.test:3128", "NO_PROXY", "b.test");

    assertThat(proxy("https://a.test", "", environment)).contains("http://proxy.test:3128");
    assertThat(proxy("https://b.test", "", environment)).isEmpty();
    assertThat(proxy("http://a.test", "", environment)).isEmpty();
    assertThat(proxy("https://b.test", "http://u:p@other.test", environment))
        .contains("http://u:p@other.test");
  }

  private static Optional<String> proxy(
      String server, String configured, Map<String, String> environment) {
    return Proxy.of(URI.create(server), configured, environment).map(each -> each.uri().toString());
  }

  @Test
  void a_proxy_of_another_kind_is_told() {
    ChartException failure =
        catchThrowableOfType(
            ChartException.class,
            () -> Proxy.of(URI.create("https://a.test"), "socks5://p:1", Map.of()));
    assertThat(failure.problems().getFirst().message())
        .isEqualTo(
            "The proxy in `proxy-url` of the kubeconfig is of the scheme `socks5`, which is not"
                + " supported.");
  }
}
