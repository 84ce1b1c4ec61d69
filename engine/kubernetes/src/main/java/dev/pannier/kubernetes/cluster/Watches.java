package dev.pannier.kubernetes.cluster;

import dev.pannier.engine.deploy.Pause;
import dev.pannier.kubernetes.api.ApiServer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The watches of one view, each begun when it is first asked for. */
final class Watches implements AutoCloseable {

  private final ApiServer server;
  private final ObjectLists lists;
  private final Pause pause;
  private final Signal signal = new Signal();
  private final Map<Selection, Optional<Watch>> watches = new HashMap<>();
  private boolean closed;

  Watches(ApiServer server, ObjectLists lists, Pause pause) {
    this.server = server;
    this.lists = lists;
    this.pause = pause;
  }

  Signal signal() {
    return signal;
  }

  /** What is selected, kept up to date; empty where it may not be listed. */
  Optional<WatchedObjects> of(Selection selection) {
    synchronized (this) {
      Optional<Watch> known = watches.get(selection);
      if (known != null) {
        return known.map(Watch::objects);
      }
    }
    Watch watch = new Watch(server, lists, selection, signal, pause);
    boolean allowed = watch.look();
    synchronized (this) {
      if (watches.get(selection) instanceof Optional<Watch> other) {
        return other.map(Watch::objects);
      }
      watches.put(selection, allowed ? Optional.of(watch) : Optional.empty());
      if (allowed && !closed) {
        watch.start();
      }
    }
    return allowed ? Optional.of(watch.objects()) : Optional.empty();
  }

  @Override
  public synchronized void close() {
    closed = true;
    watches.values().forEach(each -> each.ifPresent(Watch::close));
  }
}
