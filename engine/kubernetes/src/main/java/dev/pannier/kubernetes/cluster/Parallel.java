package dev.pannier.kubernetes.cluster;

import dev.pannier.engine.problem.ChartException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Asks several things at once, each on a thread of its own: how many requests are really under way
 * is the server connection's matter.
 */
final class Parallel implements AutoCloseable {

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** The results in the order of what they were made of. */
  <T, R> List<R> map(List<T> items, Function<T, R> work) {
    if (items.size() < 2) {
      return items.stream().map(work).toList();
    }
    List<Future<R>> futures = new ArrayList<>();
    for (T item : items) {
      futures.add(threads.submit(() -> work.apply(item)));
    }
    try {
      List<R> results = new ArrayList<>();
      for (Future<R> future : futures) {
        results.add(result(future));
      }
      return results;
    } finally {
      futures.forEach(each -> each.cancel(true));
    }
  }

  private static <R> R result(Future<R> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      throw rethrown(cause == null ? e : cause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("given up", e);
    }
  }

  private static RuntimeException rethrown(Throwable cause) {
    return switch (cause) {
      case ChartException e -> new ChartException(e.reason(), e.problems(), e);
      case RuntimeException e -> e;
      case Error e -> throw e;
      case Throwable e -> new IllegalStateException(e);
    };
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
