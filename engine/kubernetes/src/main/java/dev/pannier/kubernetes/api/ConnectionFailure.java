package dev.pannier.kubernetes.api;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Tells failures of connections apart. */
final class ConnectionFailure {

  private ConnectionFailure() {}

  /** Whether a request cannot have left: there was no connection yet. */
  static boolean isBeforeSending(Throwable failure) {
    return has(failure, ConnectException.class)
        || has(failure, HttpConnectTimeoutException.class)
        || has(failure, UnresolvedAddressException.class)
        || has(failure, UnknownHostException.class)
        || isLasting(failure);
  }

  /** Whether trying again would fail again: the two do not trust each other. */
  static boolean isLasting(Throwable failure) {
    return has(failure, SSLException.class)
        && !has(failure, EOFException.class)
        && !has(failure, SocketException.class);
  }

  /** Whether a failure is of a kind, or was made by one that is. */
  static boolean has(Throwable failure, Class<? extends Throwable> kind) {
    return find(failure, kind) != null;
  }

  /** What of a kind made a failure. */
  static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> kind) {
    Throwable each = failure;
    for (int depth = 0; each != null && depth < 20; depth++) {
      if (kind.isInstance(each)) {
        return kind.cast(each);
      }
      each = each.getCause();
    }
    return null;
  }
}
