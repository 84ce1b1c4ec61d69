package dev.pannier.kubernetes.cluster;

import dev.pannier.engine.deploy.ApplyResult;
import dev.pannier.engine.deploy.ApplyResult.Cause;
import dev.pannier.engine.deploy.ApplyResult.Refusal;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.kubernetes.api.ApiResponse;
import dev.pannier.kubernetes.api.ServerMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads what an object must not be, out of a refusal to apply it. */
final class Refusals {

  /** How a server that knows no schema of an object's begins. */
  private static final String NOT_TYPED = "failed to create typed patch object";

  private Refusals() {}

  static ApplyResult noKind(ResourceId id) {
    return new ApplyResult.Refused(List.of(noKindRefusal(id)));
  }

  private static Refusal noKindRefusal(ResourceId id) {
    return new Refusal(
        Cause.NO_KIND,
        "",
        "The cluster serves no `" + id.kind() + "` of `" + id.apiVersion() + "`.");
  }

  /** What is refused; nothing where the answer says nothing about the object. */
  static List<Refusal> read(ResourceId id, ApiResponse response) {
    MapNode status = response.object();
    String message = status.text("message").orElse(response.text());
    return switch (response.status()) {
      case 404 -> List.of(notFound(id, status));
      case 422 -> invalid(status, message);
      case 403, 405 -> List.of(forbidden(status, message));
      // a quota that is just being counted, or another writer between reading and writing
      case 409 -> List.of(new Refusal(Cause.NOT_YET, "", ServerMessage.sentence(message)));
      case 400 -> malformed(message);
      case 413 ->
          List.of(new Refusal(Cause.INVALID, "", "It is larger than the API server takes."));
      case 500 -> internal(message);
      default -> List.of();
    };
  }

  private static Refusal notFound(ResourceId id, MapNode status) {
    MapNode details = status.map("details");
    boolean namespace =
        details.text("kind").orElse("").equals("namespaces")
            && details.text("name").orElse("").equals(id.namespace());
    return namespace
        ? new Refusal(Cause.NO_NAMESPACE, "", "There is no namespace `" + id.namespace() + "`.")
        : noKindRefusal(id);
  }

  private static List<Refusal> invalid(MapNode status, String message) {
    List<Refusal> refusals = new ArrayList<>();
    for (Node each : status.map("details").list("causes")) {
      if (each instanceof MapNode cause) {
        String text = cause.text("message").orElse(message);
        Cause why = isImmutable(text) ? Cause.IMMUTABLE : Cause.INVALID;
        String field = cause.text("field").orElse("");
        refusals.add(
            new Refusal(why, field.equals("<nil>") ? "" : field, ServerMessage.sentence(text)));
      }
    }
    return refusals.isEmpty()
        ? List.of(
            new Refusal(
                isImmutable(message) ? Cause.IMMUTABLE : Cause.INVALID,
                "",
                ServerMessage.sentence(message)))
        : refusals;
  }

  /** The ways in which the built-in kinds say that a field stays as it was made. */
  private static boolean isImmutable(String message) {
    String lower = message.toLowerCase(Locale.ROOT);
    return lower.contains("immutable")
        || lower.contains("may not change once set")
        || lower.contains("may not be changed")
        || lower.contains("cannot change roleref")
        || lower.contains("may not be updated")
        || lower.contains("cannot be changed")
        || (lower.contains("updates to") && lower.contains("are forbidden"))
        || lower.contains("updates may not change fields other than");
  }

  private static Refusal forbidden(MapNode status, String message) {
    for (Node each : status.map("details").list("causes")) {
      if (each instanceof MapNode cause
          && "NamespaceTerminating".equals(cause.text("reason").orElse(""))) {
        return new Refusal(
            Cause.NAMESPACE_GOING,
            "",
            "Its namespace is being deleted, and takes no new objects any more.");
      }
    }
    return new Refusal(Cause.FORBIDDEN, "", ServerMessage.sentence(message));
  }

  private static List<Refusal> internal(String message) {
    if (message.contains(NOT_TYPED)) {
      return untyped(message);
    }
    // the wording of servers before 1.23, and after; the webhook's own pods may still be coming
    return message.contains("failed calling webhook") || message.contains("failed to call webhook")
        ? List.of(new Refusal(Cause.NOT_YET, "", ServerMessage.sentence(message)))
        : List.of();
  }

  /** {@code strict decoding error: unknown field "spec.replica", unknown field "spec.x"}. */
  private static List<Refusal> malformed(String message) {
    if (message.contains("admission webhook")) {
      return List.of(new Refusal(Cause.FORBIDDEN, "", ServerMessage.sentence(message)));
    }
    List<Refusal> refusals = new ArrayList<>();
    String marker = "unknown field \"";
    int at = message.indexOf(marker);
    while (at >= 0) {
      int start = at + marker.length();
      int end = message.indexOf('"', start);
      if (end < 0) {
        break;
      }
      String field = message.substring(start, end);
      refusals.add(
          new Refusal(Cause.INVALID, field, "There is no field of this name in its kind."));
      at = message.indexOf(marker, end);
    }
    return refusals.isEmpty()
        ? List.of(new Refusal(Cause.INVALID, "", ServerMessage.sentence(message)))
        : refusals;
  }

  /**
   * {@code failed to create typed patch object: .spec.replicas: expected numeric (int or float),
   * got string}, in newer servers with the object's name in brackets before the colon; and {@code
   * errors:} with one such line for each where there are several.
   */
  private static List<Refusal> untyped(String message) {
    String rest = message.substring(message.indexOf(NOT_TYPED) + NOT_TYPED.length());
    List<Refusal> refusals = new ArrayList<>();
    for (String line : rest.split("\n", -1)) {
      String located = located(line.strip());
      int colon = located.indexOf(": ");
      if (colon > 0) {
        String told = "The API server cannot read it: " + plain(located.substring(colon + 2));
        refusals.add(
            new Refusal(Cause.INVALID, located.substring(0, colon), ServerMessage.sentence(told)));
      }
    }
    return refusals.isEmpty()
        ? List.of(
            new Refusal(
                Cause.INVALID, "", ServerMessage.sentence(plain(rest.replaceFirst("^: ", "")))))
        : refusals;
  }

  /** What begins with a path, without its first dot; empty where nothing does. */
  private static String located(String line) {
    if (line.startsWith(".")) {
      return line.substring(1);
    }
    int dot = line.indexOf(": .");
    return dot < 0 ? "" : line.substring(dot + 3);
  }

  /** Servers before 1.21 show a value as Go does: {@code &value.valueUnstructured{Value:true}}. */
  private static String plain(String text) {
    return text.replaceAll("&value\\.valueUnstructured\\{Value:([^}]*)\\}", "`$1`");
  }
}
