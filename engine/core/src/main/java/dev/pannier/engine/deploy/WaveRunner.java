package dev.pannier.engine.deploy;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Does one thing for each member of a wave, for several at once. What happens is told on the
 * calling thread, in the order of the members. What goes wrong with one stops no other, and is
 * thrown when all are done.
 */
final class WaveRunner {
  private static final int AT_ONCE = 16;

  private final Site site;

  WaveRunner(Site site) {
    this.site = site;
  }

  /**
   * What came of each member.
   *
   * @param doing is given a site that tells its events in turn
   * @throws ChartException with the problems of all, or when this thread is interrupted; what was
   *     begun by then is done
   */
  <T, R> List<R> run(List<T> members, BiFunction<Site, T, R> doing) {
    checkInterrupted();
    if (members.size() == 1) {
      return List.of(doing.apply(site, members.getFirst()));
    }
    Semaphore places = new Semaphore(AT_ONCE);
    AtomicBoolean stopped = new AtomicBoolean();
    List<Member<R>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (T each : members) {
        Member<R> member = new Member<>();
        running.add(member);
        threads.execute(
            () -> member.work(site, places, stopped, telling -> doing.apply(telling, each)));
      }
      boolean interrupted = false;
      for (Member<R> member : running) {
        interrupted |= member.tell(site, stopped);
      }
      return results(running, interrupted);
    }
  }

  /** Takes note of a wish to stop; nothing is begun after it. */
  static void checkInterrupted() {
    if (Thread.interrupted()) {
      throw Interruption.problem().exception();
    }
  }

  private static <R> List<R> results(List<Member<R>> members, boolean interrupted) {
    Problems problems = new Problems();
    ChartException first = null;
    List<R> results = new ArrayList<>();
    for (Member<R> member : members) {
      switch (member.failure) {
        case null -> Optional.ofNullable(member.result).ifPresent(results::add);
        case ChartException e -> {
          first = first == null ? e : first;
          problems.addAll(e.problems());
        }
        case RuntimeException e -> throw e;
        case Error e -> throw e;
        case Throwable e -> throw new IllegalStateException(e);
      }
    }
    if (first != null) {
      throw new ChartException(first.reason(), problems.all(), first);
    }
    if (interrupted) {
      throw Interruption.problem().exception();
    }
    return results;
  }

  /** Something done on a thread of its own. */
  private interface Work<R> {
    R run(Site telling);
  }

  /** A member at work. What it tells waits until it is its turn. */
  private static final class Member<R> {
    /** What it told; nothing marks its end. */
    private final BlockingQueue<Optional<DeployEvent>> told = new LinkedBlockingQueue<>();

    private volatile @Nullable R result;
    private volatile @Nullable Throwable failure;

    void work(Site site, Semaphore places, AtomicBoolean stopped, Work<R> work) {
      places.acquireUninterruptibly();
      try {
        if (!stopped.get()) {
          result = work.run(site.telling(event -> told.add(Optional.of(event))));
        }
      } catch (ChartException e) {
        failure = e;
        if (e.reason() == ChartException.Reason.UNAVAILABLE) {
          // nobody answers: the others need not find that out too
          stopped.set(true);
        }
      } catch (RuntimeException | Error e) {
        failure = e;
        stopped.set(true);
      } finally {
        places.release();
        told.add(Optional.empty());
      }
    }

    /** Tells all that it does until it is done; whether this thread was interrupted meanwhile. */
    boolean tell(Site site, AtomicBoolean stopped) {
      boolean interrupted = false;
      while (true) {
        try {
          Optional<DeployEvent> event = told.take();
          if (event.isEmpty()) {
            return interrupted;
          }
          site.tell(event.get());
        } catch (InterruptedException _) {
          interrupted = true;
          stopped.set(true);
        }
      }
    }
  }
}
