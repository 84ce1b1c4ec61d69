package dev.pannier.kubernetes.api;

/** What a server says with a refusal, as a sentence. */
public final class ServerMessage {

  private static final int LONGEST = 1000;

  private ServerMessage() {}

  /** The message of its {@code Status}, else the text of whatever stands in between. */
  public static String of(ApiResponse response) {
    String message =
        response.object().text("message").orElseGet(() -> plain(response.text())).strip();
    if (message.isEmpty()) {
      message = "it answered with the status " + response.status();
    }
    return sentence(message);
  }

  /** A text with a full stop at its end. */
  public static String sentence(String text) {
    String trimmed = text.strip();
    boolean ends = trimmed.endsWith(".") || trimmed.endsWith("!") || trimmed.endsWith("?");
    return ends ? trimmed : trimmed + ".";
  }

  private static String plain(String text) {
    if (text.startsWith("<") || text.startsWith("{")) {
      return "";
    }
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}
