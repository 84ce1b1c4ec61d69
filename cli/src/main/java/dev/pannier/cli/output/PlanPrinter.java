package dev.pannier.cli.output;

import dev.pannier.engine.deploy.DeployEvent;
import dev.pannier.engine.deploy.SecretValues;
import java.io.PrintStream;
import java.util.function.Consumer;

/** Tells on standard error what an operation would do, field by field; nothing of secret values. */
public final class PlanPrinter implements Consumer<DeployEvent> {
  private final PrintStream out;
  private final Paint paint;
  private final String namespace;

  /**
   * A printer.
   *
   * @param paint the colours of standard error
   * @param namespace of the release
   */
  public PlanPrinter(Shell shell, Paint paint, String namespace) {
    this.out = shell.err();
    this.paint = paint;
    this.namespace = namespace;
  }

  @Override
  public void accept(DeployEvent event) {
    if (event instanceof DeployEvent.Planned planned) {
      out.print(PlanText.of(SecretValues.masked(planned.plan()), namespace, paint));
      out.flush();
    }
  }
}
