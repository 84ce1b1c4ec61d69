package dev.pannier.engine.deploy;

import dev.pannier.engine.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does the same with many things at once; how many requests run at a time, the cluster bounds. */
final class Concurrently {

  private Concurrently() {}

  /**
   * The results, in the order of the things.
   *
   * @throws dev.pannier.engine.problem.ChartException when the thread is interrupted, and whatever
   *     the work throws
   */
  static <T, R> List<R> map(List<T> things, Function<T, R> work) {
    if (things.size() < 2) {
      return things.stream().map(work).toList();
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<R>> futures = new ArrayList<>();
      things.forEach(each -> futures.add(threads.submit(() -> work.apply(each))));
      try {
        List<R> results = new ArrayList<>();
        for (Future<R> future : futures) {
          results.add(future.get());
        }
        return results;
      } catch (InterruptedException e) {
        threads.shutdownNow();
        throw Problem.error("deploy.interrupted", "The operation was interrupted.").exception(e);
      } catch (ExecutionException e) {
        threads.shutdownNow();
        throw unwrapped(e);
      }
    }
  }

  private static RuntimeException unwrapped(ExecutionException failure) {
    return switch (failure.getCause()) {
      case RuntimeException e -> e;
      case Error e -> throw e;
      case null, default -> new IllegalStateException(failure);
    };
  }
}
