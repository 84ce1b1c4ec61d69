package dev.pannier.cli.output;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * How a command ends when the process is told to (by Ctrl-C or SIGTERM). By default at once; once
 * it is careful, its thread is interrupted and given time to record or undo what it began, and to
 * say so.
 */
public final class Ending {
  private static final int PATIENCE_SECONDS = 25;

  private final CountDownLatch told = new CountDownLatch(1);
  private boolean careful;

  /** From now on the command of the calling thread must not end half-way. */
  public void careful() {
    if (!careful) {
      careful = true;
      Thread command = Thread.currentThread();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> interrupt(command), "ending"));
    }
  }

  /** The command has done and told all. */
  public void told() {
    told.countDown();
  }

  private void interrupt(Thread command) {
    if (told.getCount() == 0) {
      return;
    }
    command.interrupt();
    try {
      told.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
