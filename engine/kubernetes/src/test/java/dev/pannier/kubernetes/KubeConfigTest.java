package dev.pannier.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which server is meant, and who one is to it. */
class KubeConfigTest {

  private static final String ONE =
      """
      apiVersion: v1
      kind: Config
      current-context: prod
      contexts:
        - {name: prod, context: {cluster: prod, user: me, namespace: shop}}
        - {name: test, context: {cluster: test, user: me}}
      clusters:
        - {name: prod, cluster: {server: 'https://prod.test:6443/'}}
        - {name: test, cluster: {server: 'https://test.test', insecure-skip-tls-verify: true}}
      users:
        - {name: me, user: {token: first}}
      """;

  @TempDir private Path home;
  private Desk desk;

  @BeforeEach
  void sit() {
    desk = new Desk(home);
  }

  private Problem problem(ConnectionSettings settings) {
    return catchThrowableOfType(ChartException.class, () -> desk.access(settings))
        .problems()
        .getFirst();
  }

  @Test
  void the_file_at_home_is_taken_with_its_current_context() {
    Path file = desk.write(".kube/config", ONE);

    Access access = desk.access(Desk.settings("", ""));

    assertThat(access.address().uri()).isEqualTo(URI.create("https://prod.test:6443"));
    assertThat(access.address().context()).isEqualTo("prod");
    assertThat(access.address().origin()).isEqualTo(file.toString());
    assertThat(access.namespace()).isEqualTo("shop");
    assertThat(access.credentials().authorization()).contains("Bearer first");
    assertThat(access.tls().insecure()).isFalse();
  }

  @Test
  void a_context_can_be_named() {
    desk.write(".kube/config", ONE);

    Access access = desk.access(Desk.settings("", "test"));

    assertThat(access.namespace()).isEqualTo("default");
    assertThat(access.tls().insecure()).isTrue();
    assertThat(problem(Desk.settings("", "tset")).hint()).isEqualTo("Did you mean `test`?");
  }

  @Test
  void of_several_files_the_first_that_says_something_counts() {
    Path first = desk.write("a", "users: [{name: me, user: {token: second}}]\n");
    Path second = desk.write("b", ONE);
    desk.environment.put(
        "KUBECONFIG",
        String.join(
            File.pathSeparator,
            first.toString(),
            home.resolve("none").toString(),
            second.toString()));

    Access access = desk.access(Desk.settings("", ""));

    assertThat(access.address().context()).isEqualTo("prod");
    assertThat(access.credentials().authorization()).contains("Bearer second");
  }

  @Test
  void a_file_that_is_named_and_not_there_is_told() {
    assertThat(problem(Desk.settings(home.resolve("none").toString(), "")).message())
        .isEqualTo("There is no kubeconfig file `" + home.resolve("none") + "`.");
  }

  @Test
  void a_file_that_is_broken_is_told_with_its_place() {
    desk.write(".kube/config", "a: [\n");
    assertThat(problem(Desk.settings("", "")).location().isKnown()).isTrue();

    desk.write(".kube/config", "- a\n");
    assertThat(problem(Desk.settings("", "")).code()).isEqualTo("cluster.kubeconfig");
  }

  @Test
  void where_nothing_says_which_cluster_is_meant_that_is_told() {
    assertThat(problem(Desk.settings("", "")).message())
        .isEqualTo("It is not known which cluster is meant.");
    desk.write(".kube/config", ONE.replace("current-context: prod", ""));
    assertThat(problem(Desk.settings("", "")).code()).isEqualTo("cluster.none");
  }

  @Test
  void flags_come_before_the_file() throws Exception {
    desk.write(".kube/config", ONE);
    Path authority = Files.write(home.resolve("ca.crt"), new byte[] {1});

    Access access =
        desk.access(
            new ConnectionSettings(
                "",
                "test",
                "10.0.0.1:8443",
                "flag",
                authority.toString(),
                "kubernetes",
                false,
                "root",
                List.of("admins"),
                0,
                0));

    assertThat(access.address().uri()).isEqualTo(URI.create("https://10.0.0.1:8443"));
    assertThat(access.credentials().authorization()).contains("Bearer flag");
    assertThat(access.tls().authorities().orElseThrow().bytes()).containsExactly(1);
    assertThat(access.tls().serverName()).isEqualTo("kubernetes");
    assertThat(access.tls().insecure()).as("of another server").isFalse();
    assertThat(access.impersonation().user()).isEqualTo("root");
    assertThat(access.impersonation().groups()).containsExactly("admins");
  }

  @Test
  void files_are_relative_to_the_kubeconfig_and_data_comes_first() {
    desk.write("k/ca.crt", "ca");
    desk.write("k/token", "of-file\n");
    String data = Base64.getEncoder().encodeToString("cert".getBytes());
    Path file =
        desk.write(
            "k/config",
            """
            current-context: a
            contexts: [{name: a, context: {cluster: a, user: a}}]
            clusters: [{name: a, cluster: {server: 'https://a', certificate-authority: ca.crt}}]
            users:
              - name: a
                user: {tokenFile: token, client-certificate: none, client-certificate-data: DATA,
                  client-key-data: DATA, as: other, as-groups: [g], as-user-extra: {k: [v]}}
            """
                .replace("DATA", data));

    Access access = desk.access(Desk.settings(file.toString(), ""));

    assertThat(new String(access.tls().authorities().orElseThrow().bytes())).isEqualTo("ca");
    assertThat(new String(access.tls().certificate().orElseThrow().bytes())).isEqualTo("cert");
    assertThat(access.credentials().authorization()).contains("Bearer of-file");
    assertThat(access.impersonation().extra()).containsEntry("k", List.of("v"));
  }

  @Test
  void a_password_is_shown_as_one() {
    desk.write(".kube/config", ONE.replace("{token: first}", "{username: me, password: 'a:b'}"));

    assertThat(desk.access(Desk.settings("", "")).credentials().authorization())
        .contains("Basic " + Base64.getEncoder().encodeToString("me:a:b".getBytes()));
  }

  @Test
  void a_token_file_is_read_again_when_it_is_old_or_refused() {
    Path token = desk.write("token", "one");
    desk.write(".kube/config", ONE.replace("{token: first}", "{tokenFile: '" + token + "'}"));
    var credentials = desk.access(Desk.settings("", "")).credentials();
    assertThat(credentials.authorization()).contains("Bearer one");

    desk.write("token", "two");
    assertThat(credentials.authorization()).contains("Bearer one");
    assertThat(credentials.renew("Bearer one")).isTrue();
    assertThat(credentials.authorization()).contains("Bearer two");
    assertThat(credentials.renew("Bearer two")).isFalse();

    desk.write("token", "three");
    desk.time.pass(java.time.Duration.ofMinutes(2));
    assertThat(credentials.authorization()).contains("Bearer three");
  }

  @Test
  void within_a_pod_its_account_is_taken() {
    Path account = desk.write("account/token", "of-pod").getParent();
    desk.write("account/namespace", "jobs\n");
    desk.write("account/ca.crt", "ca");
    desk.environment.put("KUBERNETES_SERVICE_HOST", "fd00::1");
    desk.environment.put("KUBERNETES_SERVICE_PORT", "443");

    Access access =
        InCluster.access(account, Desk.settings("", ""), desk.surroundings()).orElseThrow();

    assertThat(access.address().uri()).isEqualTo(URI.create("https://[fd00::1]:443"));
    assertThat(access.namespace()).isEqualTo("jobs");
    assertThat(access.credentials().authorization()).contains("Bearer of-pod");
    assertThat(access.tls().authorities()).isPresent();
  }

  @Test
  void an_address_that_is_none_is_told() {
    assertThat(problem(Desk.to("https://a b")).code()).isEqualTo("cluster.address");
    assertThat(problem(Desk.to("ftp://a")).code()).isEqualTo("cluster.address");
  }
}
