package dev.pannier.cli.output;

import dev.pannier.engine.deploy.DeployEvent;
import dev.pannier.engine.yaml.JsonStyle;
import dev.pannier.engine.yaml.JsonWriter;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells on standard error what is being done: a line for each thing that is done, and on a terminal
 * below them a tree of what is waited for. Or all of it as lines of JSON.
 */
public final class Progress implements Consumer<DeployEvent>, AutoCloseable {
  private final Shell shell;
  private final ProgressStyle style;
  private final ProgressLines lines;
  private final @Nullable LiveTree tree;

  /**
   * Progress of one operation, as suits who watches.
   *
   * @param paint the colours of standard error
   */
  public Progress(Shell shell, Paint paint) {
    this(shell, paint, ProgressStyle.AUTO, true);
  }

  /**
   * Progress of one operation.
   *
   * @param paint the colours of standard error
   * @param kubectl whether to name commands of kubectl that tell more
   */
  public Progress(Shell shell, Paint paint, ProgressStyle style, boolean kubectl) {
    this.shell = shell;
    this.style = suited(shell, style);
    this.lines = new ProgressLines(shell, paint, kubectl, this.style == ProgressStyle.TREE);
    this.tree = this.style == ProgressStyle.TREE ? new LiveTree(shell, paint) : null;
  }

  private static ProgressStyle suited(Shell shell, ProgressStyle style) {
    if (style != ProgressStyle.AUTO) {
      return style;
    }
    boolean dumb = shell.variable("TERM").equals("dumb");
    return shell.errIsTerminal() && !dumb ? ProgressStyle.TREE : ProgressStyle.LINES;
  }

  /** Safe for several threads: what is applied at once is told at once. */
  @Override
  public synchronized void accept(DeployEvent event) {
    switch (style) {
      case NONE -> {}
      case JSON -> json(event);
      case AUTO, TREE, LINES -> {
        if (tree != null) {
          tree.clear();
        }
        lines.tell(event);
        if (tree != null) {
          tree.tell(event);
          tree.draw();
        }
      }
    }
    shell.err().flush();
  }

  private void json(DeployEvent event) {
    Instant now = shell.clock().instant();
    if (lines.isNews(event)) {
      shell.err().print(JsonWriter.write(EventData.of(event, now), JsonStyle.COMPACT) + "\n");
    }
  }

  /** Takes the tree away. */
  @Override
  public synchronized void close() {
    if (tree != null) {
      tree.clear();
      shell.err().flush();
    }
  }
}
