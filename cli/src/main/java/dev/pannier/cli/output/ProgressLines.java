package dev.pannier.cli.output;

import dev.pannier.engine.deploy.ApplyResult;
import dev.pannier.engine.deploy.DeployEvent;
import dev.pannier.engine.deploy.Diagnosis;
import dev.pannier.engine.deploy.FieldYield;
import dev.pannier.engine.manifest.ResourceId;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A line for each thing that happens. */
final class ProgressLines {
  private static final int VERB = 11;

  /** After so long without a word, somebody who reads a log wonders whether anything happens. */
  private static final Duration SILENCE = Duration.ofSeconds(30);

  /** What takes less than this needs no time told. */
  private static final Duration LONG = Duration.ofSeconds(5);

  private static final int MOST_OPEN = 10;
  private static final String SECRET = "Secret";

  private final PrintStream out;
  private final Shell shell;
  private final Paint paint;
  private final boolean kubectl;
  private final boolean tree;
  private final Map<ResourceId, Instant> since = new HashMap<>();
  private Instant lastWord;

  /**
   * Lines on standard error.
   *
   * @param kubectl whether to name commands of kubectl that tell more
   * @param tree whether what is waited for is shown elsewhere
   */
  ProgressLines(Shell shell, Paint paint, boolean kubectl, boolean tree) {
    this.out = shell.err();
    this.shell = shell;
    this.paint = paint;
    this.kubectl = kubectl;
    this.tree = tree;
    this.lastWord = shell.clock().instant();
  }

  /** Whether an event is more than that time passes, or time enough has passed without a word. */
  boolean isNews(DeployEvent event) {
    Instant now = shell.clock().instant();
    boolean news =
        !(event instanceof DeployEvent.StillWaiting)
            || Duration.between(lastWord, now).compareTo(SILENCE) >= 0;
    if (news) {
      lastWord = now;
    }
    return news;
  }

  void tell(DeployEvent event) {
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
      case DeployEvent.Ready it -> ready("ready", it.id());
      case DeployEvent.Pods _ -> {}
      case DeployEvent.StillWaiting it -> stillWaiting(it);
      case DeployEvent.Tolerated it ->
          failed(paint.warning(padded("not ready")), it.diagnosis(), ", and need not be");
      case DeployEvent.Gone it -> ready("gone", it.id());
      case DeployEvent.Failed it -> failed(paint.error(padded("failed")), it.diagnosis(), "");
      case DeployEvent.Deleted it -> line("deleted", it.id().toString());
      case DeployEvent.Kept it -> line("kept", it.id() + ": " + it.reason());
      case DeployEvent.KindGone it ->
          line("gone", it.id() + ": the cluster has no " + it.id().kind() + " any more");
      case DeployEvent.Undoing it ->
          line("undoing", "the " + it.verb().word() + " to revision " + it.revision());
      case DeployEvent.Recorded _ -> {}
    }
  }

  private void line(String verb, String text) {
    print("  " + paint.faint(padded(verb)) + VisibleText.of(text));
  }

  private void print(String line) {
    lastWord = shell.clock().instant();
    out.print(line + "\n");
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
    boolean secret = event.id().kind().equals(SECRET);
    for (ApplyResult.Conflict conflict : event.conflicts()) {
      String value = secret ? "something else" : conflict.theirs().toString();
      line(
          "set back",
          "%s, %s: it was %s, by %s"
              .formatted(event.id(), conflict.path(), value, conflict.manager()));
    }
  }

  private void yielded(DeployEvent.FieldsYielded event) {
    boolean secret = event.id().kind().equals(SECRET);
    for (FieldYield field : event.fields()) {
      String value = secret ? "as it is" : field.live().toString();
      line(
          "left",
          "%s, %s: it stays %s, by %s".formatted(event.id(), field.path(), value, field.to()));
    }
  }

  private void hook(DeployEvent.HookFinished event) {
    String verb = event.succeeded() ? "hook done" : "hook failed";
    line(verb, event.event().word() + " " + event.id() + taken(event.id()));
    event.log().forEach(each -> print("    | " + VisibleText.of(each)));
  }

  private void waiting(ResourceId id, String reason) {
    since.putIfAbsent(id, shell.clock().instant());
    if (!tree) {
      line("waiting", id + ": " + reason);
    }
  }

  /** Somebody who reads along must see that it is still at it, and what it waits for. */
  private void stillWaiting(DeployEvent.StillWaiting event) {
    Instant now = shell.clock().instant();
    if (tree || Duration.between(lastWord, now).compareTo(SILENCE) < 0) {
      return;
    }
    String time = " (" + TimeText.length(event.elapsed()) + ")";
    event.open().entrySet().stream()
        .limit(MOST_OPEN)
        .forEach(each -> line("waiting", each.getKey() + ": " + each.getValue() + time));
    int more = event.open().size() - MOST_OPEN;
    if (more > 0) {
      line("waiting", "and " + more + " more" + time);
    }
  }

  /** What was ready at once is no news. */
  private void ready(String verb, ResourceId id) {
    if (since.containsKey(id)) {
      print("  " + paint.good(padded(verb)) + VisibleText.of(id + taken(id)));
      since.remove(id);
    }
  }

  /** How long something was waited for, where that is worth a word. */
  private String taken(ResourceId id) {
    Instant begun = since.get(id);
    if (begun == null) {
      return "";
    }
    Duration time = Duration.between(begun, shell.clock().instant());
    return time.compareTo(LONG) < 0 ? "" : " (" + TimeText.length(time) + ")";
  }

  private void failed(String verb, Diagnosis diagnosis, String so) {
    since.remove(diagnosis.resource());
    print("  " + verb + VisibleText.of(diagnosis.resource() + ": " + diagnosis.reason() + so));
    diagnosis.events().forEach(event -> below(event));
    if (!diagnosis.log().isEmpty()) {
      below("its last lines:");
      diagnosis.log().forEach(each -> below("| " + each));
    }
    if (!diagnosis.cause().isEmpty()) {
      below("likely cause: " + diagnosis.cause());
    }
    if (kubectl) {
      diagnosis.next().forEach(command -> below("to see more: " + command));
    }
  }

  private void below(String text) {
    List<String> parts = List.of(text.split("\r?\n"));
    parts.forEach(part -> print(" ".repeat(VERB + 2) + VisibleText.of(part)));
  }
}
