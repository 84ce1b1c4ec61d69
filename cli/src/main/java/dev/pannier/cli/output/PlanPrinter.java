package dev.pannier.cli.output;

import dev.pannier.engine.deploy.Change;
import dev.pannier.engine.deploy.DeployEvent;
import dev.pannier.engine.deploy.FieldChange;
import dev.pannier.engine.release.Verb;
import dev.pannier.engine.yaml.JsonWriter;
import dev.pannier.engine.yaml.Node;
import java.io.PrintStream;
import java.util.Optional;
import java.util.function.Consumer;

/** Tells on standard error what an operation would do, field by field; nothing of secret values. */
public final class PlanPrinter implements Consumer<DeployEvent> {
  private static final String SECRET = "Secret";

  private final PrintStream out;

  public PlanPrinter(Shell shell) {
    this.out = shell.err();
  }

  @Override
  public void accept(DeployEvent event) {
    if (event instanceof DeployEvent.Planned planned) {
      if (planned.plan().isEmpty() && planned.verb() != Verb.UNINSTALL) {
        out.print("  nothing would change\n");
      }
      planned.plan().changes().forEach(this::print);
      out.flush();
    }
  }

  private void print(Change change) {
    switch (change) {
      case Change.Create it -> line("create", it.id().toString());
      case Change.Delete it -> line("delete", it.id().toString());
      case Change.Update it -> {
        line("change", it.id().toString());
        boolean secret = it.id().kind().equals(SECRET);
        it.fields().forEach(field -> out.print("      " + field(field, secret) + "\n"));
      }
      case Change.Recreate it -> line("recreate", it.id().toString());
      case Change.Keep it -> line("keep", it.id() + ": " + it.reason());
      case Change.Unchanged _ -> {}
    }
  }

  private void line(String verb, String what) {
    out.print("  would " + verb + " " + VisibleText.of(what) + "\n");
  }

  private static String field(FieldChange field, boolean secret) {
    String values = secret ? "(secret)" : value(field.before()) + " -> " + value(field.after());
    return VisibleText.of(field.path() + ": " + values);
  }

  private static String value(Optional<Node> value) {
    return value.map(JsonWriter::write).orElse("(none)");
  }
}
