package dev.pannier.sql;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Where a database is, in the two ways of Go's lib/pq, which Helm's users write: {@code
 * postgres://user:password@host:5432/helm?sslmode=disable} and {@code host=… user=… dbname=…}. What
 * it leaves out comes from {@code PGHOST} and its like, then from lib/pq's defaults.
 *
 * @param settings by lib/pq's names
 */
record ConnectionString(Map<String, String> settings) {

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "PGHOST", "host",
          "PGPORT", "port",
          "PGDATABASE", "dbname",
          "PGUSER", "user",
          "PGPASSWORD", "password",
          "PGSSLMODE", "sslmode",
          "PGSSLROOTCERT", "sslrootcert",
          "PGSSLCERT", "sslcert",
          "PGSSLKEY", "sslkey");

  /** What the JDBC driver calls differently. */
  private static final Map<String, String> DRIVER_NAMES =
      Map.of(
          "connect_timeout", "connectTimeout",
          "application_name", "ApplicationName",
          "fallback_application_name", "ApplicationName",
          "search_path", "currentSchema");

  /** The parts of the address, which the driver wants apart from the rest. */
  private static final List<String> ADDRESS = List.of("host", "port", "dbname");

  /**
   * Reads one.
   *
   * @param environment the variables of this process
   * @throws ChartException of reason USAGE when it cannot be read; the message names no password
   */
  static ConnectionString of(String text, Map<String, String> environment) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("host", "localhost");
    settings.put("port", "5432");
    settings.put("sslmode", "require");
    ENVIRONMENT.forEach((variable, name) -> putUnlessEmpty(settings, name, environment, variable));
    boolean isUrl = text.startsWith("postgres://") || text.startsWith("postgresql://");
    settings.putAll(isUrl ? ofUrl(text) : ofPairs(text));
    if (settings.get("host").startsWith("/")) {
      throw unreadable("it names a Unix socket, which Java's driver cannot use; name a host");
    }
    return new ConnectionString(settings);
  }

  private static void putUnlessEmpty(
      Map<String, String> settings, String name, Map<String, String> from, String variable) {
    String value = from.getOrDefault(variable, "");
    if (!value.isEmpty()) {
      settings.put(name, value);
    }
  }

  private static Map<String, String> ofUrl(String text) {
    Map<String, String> settings = new LinkedHashMap<>();
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      throw unreadable("it is no URL: " + e.getReason() + " at index " + e.getIndex());
    }
    String user = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
    int colon = user.indexOf(':');
    put(settings, "user", decoded(colon < 0 ? user : user.substring(0, colon)));
    put(settings, "password", colon < 0 ? "" : decoded(user.substring(colon + 1)));
    put(settings, "host", uri.getHost() == null ? "" : uri.getHost());
    put(settings, "port", uri.getPort() < 0 ? "" : Integer.toString(uri.getPort()));
    String path = uri.getPath() == null ? "" : uri.getPath();
    put(settings, "dbname", path.startsWith("/") ? path.substring(1) : path);
    String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        put(settings, decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return settings;
  }

  private static void put(Map<String, String> settings, String name, String value) {
    if (!value.isEmpty()) {
      settings.put(name, value);
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** {@code host=db user='some body' password=it\'s}. */
  private static Map<String, String> ofPairs(String text) {
    Map<String, String> settings = new LinkedHashMap<>();
    for (String token : tokens(text)) {
      int equals = token.indexOf('=');
      if (equals <= 0) {
        throw unreadable("a word in it is no `name=value`");
      }
      settings.put(token.substring(0, equals), token.substring(equals + 1));
    }
    return settings;
  }

  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    StringBuilder token = new StringBuilder();
    boolean quoted = false;
    boolean any = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        token.append(text.charAt(++i));
      } else if (c == '\'') {
        quoted = !quoted;
      } else if (Character.isWhitespace(c) && !quoted) {
        if (any) {
          tokens.add(token.toString());
        }
        token.setLength(0);
        any = false;
        continue;
      } else {
        token.append(c);
      }
      any = true;
    }
    if (quoted) {
      throw unreadable("a quote in it is not closed");
    }
    if (any) {
      tokens.add(token.toString());
    }
    return tokens;
  }

  private static ChartException unreadable(String why) {
    return new ChartException(
        ChartException.Reason.USAGE,
        List.of(
            Problem.error(
                    "release.sql-connection",
                    "The connection string of the SQL store cannot be read: " + why + ".")
                .hint(
                    "Set `HELM_DRIVER_SQL_CONNECTION_STRING` to"
                        + " `postgres://USER:PASSWORD@HOST:5432/DATABASE?sslmode=require`.")));
  }

  /** The database's address for the JDBC driver. */
  String url() {
    String host = settings.getOrDefault("host", "");
    String bracketed = host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
    return "jdbc:postgresql://" + bracketed + ":" + settings.get("port") + "/" + database();
  }

  /** Everything else for the JDBC driver. */
  Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("ApplicationName", "pannier");
    properties.setProperty("tcpKeepAlive", "true");
    settings.forEach((name, value) -> {
      if (!ADDRESS.contains(name)) {
        properties.setProperty(DRIVER_NAMES.getOrDefault(name, name), value);
      }
    });
    return properties;
  }

  private String database() {
    String named = settings.getOrDefault("dbname", "");
    return named.isEmpty() ? settings.getOrDefault("user", "") : named;
  }

  /** {@code `helm` on db:5432}, for messages. */
  @Override
  public String toString() {
    return "`" + database() + "` on " + settings.get("host") + ":" + settings.get("port");
  }
}
