package dev.pannier.cli.output;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * How a command ends when the process is told to (by Ctrl-C or SIGTERM). By default at once; once
 * it is careful, its thread is interrupted and given time to record or undo what it began. When
 * that is over, it is interrupted once more: what is not recorded then goes on with the next
 * command.
 */
public final class Ending {
  /** How long a command may take to record or undo what it began. */
  private static final int BUDGET_SECONDS = 20;

  /** How long it may take to say so, once it must not even record anything any more. */
  private static final int LAST_WORDS_SECONDS = 4;

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
    try {
      command.interrupt();
      if (!told.await(BUDGET_SECONDS, TimeUnit.SECONDS)) {
        // a server that hangs, or an undoing that takes too long: the next command goes on with it
        command.interrupt();
        told.await(LAST_WORDS_SECONDS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
