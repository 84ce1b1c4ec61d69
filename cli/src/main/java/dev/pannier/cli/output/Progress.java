package dev.pannier.cli.output;

import dev.pannier.engine.deploy.ApplyResult;
import dev.pannier.engine.deploy.DeployEvent;
import dev.pannier.engine.deploy.Diagnosis;
import dev.pannier.engine.deploy.FieldYield;
import dev.pannier.engine.manifest.ResourceId;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Tells on standard error what is being done: a line for each thing that is done, and on a terminal
 * a last line, written over and over, of what is waited for.
 */
public final class Progress implements Consumer<DeployEvent>, AutoCloseable {
  private static final String CLEAR_LINE = "\r" + (char) 0x1b + "[K";
  private static final int VERB = 11;

  private final PrintStream out;
  private final Paint paint;
  private final boolean live;
  private final int width;
  private final Map<ResourceId, String> waiting = new LinkedHashMap<>();
  private boolean statusShown;

  /**
   * Progress of one operation.
   *
   * @param paint the colours of standard error
   */
  public Progress(Shell shell, Paint paint) {
    this.out = shell.err();
    this.paint = paint;
    this.live = shell.errIsTerminal();
    this.width = shell.width();
  }

  @Override
  public void accept(DeployEvent event) {
    close();
    tell(event);
    if (live && !waiting.isEmpty()) {
      out.print(status());
      statusShown = true;
    }
    out.flush();
  }

  /** Takes the line of what is waited for away. */
  @Override
  public void close() {
    if (statusShown) {
      out.print(CLEAR_LINE);
      statusShown = false;
    }
  }

  private void tell(DeployEvent event) {
    switch (event) {
      case DeployEvent.Recovering it ->
          line("recovering", "what `" + it.operation().holder().command() + "` left unfinished");
      case DeployEvent.Planned _ -> {}
      case DeployEvent.HookStarted it -> line("hook", it.event().word() + " " + it.id());
      case DeployEvent.HookFinished it -> hook(it);
      case DeployEvent.Applied it -> applied(it);
      case DeployEvent.FieldsTaken it -> taken(it);
      case DeployEvent.FieldsYielded it -> yielded(it);
      case DeployEvent.Recreated it ->
          line("recreated", it.id() + ": " + String.join(", ", it.fields()) + " cannot be changed");
      case DeployEvent.Waiting it -> waiting(it.id(), it.reason());
      case DeployEvent.Ready it -> ready(it.id());
      case DeployEvent.Pods _ -> {}
      case DeployEvent.StillWaiting _ -> {}
      case DeployEvent.Tolerated it -> failed(it.diagnosis());
      case DeployEvent.Gone it -> ready(it.id());
      case DeployEvent.Failed it -> failed(it.diagnosis());
      case DeployEvent.Deleted it -> line("deleted", it.id().toString());
      case DeployEvent.Kept it -> line("kept", it.id() + ": " + it.reason());
      case DeployEvent.KindGone it ->
          line("gone", it.id() + ": the cluster has no " + it.id().kind() + " any more");
      case DeployEvent.Undoing it -> undoing(it);
      case DeployEvent.Recorded _ -> {}
    }
  }

  private void line(String verb, String text) {
    out.print("  " + paint.faint(padded(verb)) + VisibleText.of(text) + "\n");
  }

  private static String padded(String verb) {
    return verb + " ".repeat(Math.max(1, VERB - verb.length()));
  }

  private void applied(DeployEvent.Applied event) {
    switch (event.outcome()) {
      case CREATED -> line("created", event.id().toString());
      case CONFIGURED -> line("changed", event.id().toString());
      case UNCHANGED -> {}
    }
  }

  private void taken(DeployEvent.FieldsTaken event) {
    for (ApplyResult.Conflict conflict : event.conflicts()) {
      line(
          "set back",
          "%s, %s: it was %s, by %s"
              .formatted(event.id(), conflict.path(), conflict.theirs(), conflict.manager()));
    }
  }

  private void yielded(DeployEvent.FieldsYielded event) {
    for (FieldYield field : event.fields()) {
      line(
          "left",
          "%s, %s: it stays %s, by %s"
              .formatted(event.id(), field.path(), field.live(), field.to()));
    }
  }

  private void hook(DeployEvent.HookFinished event) {
    String verb = event.succeeded() ? "hook done" : "hook failed";
    line(verb, event.event().word() + " " + event.id());
    event.log().forEach(each -> out.print("    | " + VisibleText.of(each) + "\n"));
  }

  private void waiting(ResourceId id, String reason) {
    waiting.put(id, reason);
    if (!live) {
      line("waiting", id + ": " + reason);
    }
  }

  /** What was ready at once is no news. */
  private void ready(ResourceId id) {
    if (waiting.remove(id) != null) {
      out.print("  " + paint.good(padded("ready")) + id + "\n");
    }
  }

  private void undoing(DeployEvent.Undoing event) {
    waiting.clear();
    line("undoing", "the " + event.verb().word() + " to revision " + event.revision());
  }

  private String status() {
    List<String> parts = new ArrayList<>();
    waiting.forEach((id, reason) -> parts.add(id + ": " + reason));
    String text = "  " + padded("waiting") + VisibleText.of(String.join("; ", parts));
    return text.length() < width ? text : text.substring(0, width - 2) + "…";
  }

  private void failed(Diagnosis diagnosis) {
    waiting.remove(diagnosis.resource());
    out.print(
        "  "
            + paint.error(padded("failed"))
            + diagnosis.resource()
            + ": "
            + VisibleText.of(diagnosis.reason())
            + "\n");
    String indent = " ".repeat(VERB + 2);
    for (String event : diagnosis.events()) {
      out.print(indent + VisibleText.of(event) + "\n");
    }
    if (!diagnosis.log().isEmpty()) {
      out.print(indent + "its last lines:\n");
      diagnosis.log().forEach(each -> out.print(indent + "| " + VisibleText.of(each) + "\n"));
    }
  }
}
