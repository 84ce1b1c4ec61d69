package dev.pannier.kubernetes;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;

/**
 * The list {@code NO_PROXY}, read as Go's {@code golang.org/x/net/http/httpproxy} reads it: {@code
 * *} for everything, addresses, networks, hosts with their subdomains, with a leading dot the
 * subdomains alone, each with a port or without.
 */
final class NoProxy {

  private NoProxy() {}

  static boolean covers(String list, URI server) {
    String host = server.getHost().toLowerCase(Locale.ROOT);
    boolean bracketed = host.startsWith("[");
    String bare = bracketed ? host.substring(1, host.length() - 1) : host;
    if (bare.equals("localhost") || isLoopback(bare)) {
      return true;
    }
    for (String each : list.split(",")) {
      String entry = each.strip().toLowerCase(Locale.ROOT);
      if (!entry.isEmpty() && (entry.equals("*") || covers(entry, bare, server.getPort()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean covers(String entry, String host, int port) {
    if (entry.contains("/")) {
      return isInNetwork(entry, host);
    }
    int colon = entry.lastIndexOf(':');
    boolean hasPort = colon >= 0 && entry.indexOf(':') == colon;
    if (hasPort && !entry.substring(colon + 1).equals(Integer.toString(port))) {
      return false;
    }
    String name = hasPort ? entry.substring(0, colon) : entry;
    name = name.startsWith("*.") ? name.substring(1) : name;
    return name.startsWith(".")
        ? host.endsWith(name)
        : host.equals(name) || (!isAddress(host) && host.endsWith("." + name));
  }

  private static boolean isLoopback(String host) {
    return isAddress(host) && address(host).isLoopbackAddress();
  }

  private static boolean isInNetwork(String network, String host) {
    int slash = network.indexOf('/');
    String base = network.substring(0, slash);
    if (!isAddress(base) || !isAddress(host)) {
      return false;
    }
    byte[] wanted = address(base).getAddress();
    byte[] actual = address(host).getAddress();
    int bits = bits(network.substring(slash + 1));
    if (wanted.length != actual.length || bits < 0 || bits > wanted.length * 8) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((wanted[bit / 8] & mask) != (actual[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  private static int bits(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException _) {
      return -1;
    }
  }

  /** Whether a text is an address as it stands, so that reading it asks no name server. */
  static boolean isAddress(String text) {
    if (text.indexOf(':') >= 0) {
      return true;
    }
    if (text.isEmpty()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '.' && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  private static InetAddress address(String text) {
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException _) {
      return InetAddress.getLoopbackAddress();
    }
  }
}
