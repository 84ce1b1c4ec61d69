package dev.pannier.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectionStringTest {

  private static ConnectionString read(String text) {
    return ConnectionString.of(text, Map.of());
  }

  @Test
  void a_url_as_go_has_it_is_one_for_java() {
    ConnectionString read =
        read("postgres://an%40n:p%3Aw+@db.example:6432/helm?sslmode=verify-full&connect_timeout=5");

    assertThat(read.url()).isEqualTo("jdbc:postgresql://db.example:6432/helm");
    assertThat(read.properties())
        .containsEntry("user", "an@n")
        .containsEntry("password", "p:w+")
        .containsEntry("sslmode", "verify-full")
        .containsEntry("connectTimeout", "5")
        .doesNotContainKeys("host", "port", "dbname");
    assertThat(read.toString()).isEqualTo("`helm` on db.example:6432");
  }

  @Test
  void pairs_may_be_quoted_and_escaped() {
    ConnectionString read = read(" host=db  user='some body' password=it\\'s dbname=helm ");

    assertThat(read.url()).isEqualTo("jdbc:postgresql://db:5432/helm");
    assertThat(read.properties())
        .containsEntry("user", "some body")
        .containsEntry("password", "it's")
        .containsEntry("sslmode", "require");
  }

  @Test
  void what_is_left_out_comes_from_the_environment_and_the_database_from_the_user() {
    ConnectionString read =
        ConnectionString.of("", Map.of("PGHOST", "::1", "PGUSER", "ann", "PGPORT", ""));

    assertThat(read.url()).isEqualTo("jdbc:postgresql://[::1]:5432/ann");
  }

  @Test
  void what_cannot_be_read_is_refused_without_telling_it() {
    assertThatThrownBy(() -> read("postgres://a:s3cret@db:port:1/ x"))
        .hasMessageContaining("cannot be read")
        .hasMessageNotContaining("s3cret");
    assertThatThrownBy(() -> read("host=db s3cret")).hasMessageContaining("is no `name=value`");
    assertThatThrownBy(() -> read("host='db")).hasMessageContaining("is not closed");
    assertThatThrownBy(() -> read("host=/var/run")).hasMessageContaining("Unix socket");
  }
}
