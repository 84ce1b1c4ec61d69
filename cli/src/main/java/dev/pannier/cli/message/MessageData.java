package dev.pannier.cli.message;

import dev.pannier.engine.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Entries for programs. */
public final class MessageData {
  private MessageData() {}

  /** A list of codes and titles. */
  public static Node list(List<MessageArea> areas) {
    List<Node> rows = new ArrayList<>();
    for (MessageArea area : areas) {
      for (MessageEntry entry : area.entries()) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("code", entry.code());
        row.put("title", entry.title());
        rows.add(Node.of(row));
      }
    }
    return Node.of(rows);
  }

  /** A whole entry; without `example` where there is none. */
  public static Node of(MessageEntry entry) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("code", entry.code());
    data.put("title", entry.title());
    data.put("cause", entry.cause());
    if (entry.example() instanceof MessageExample.Shown shown) {
      Map<String, Object> example = new LinkedHashMap<>();
      if (!shown.files().isEmpty()) {
        example.put("files", shown.files());
      }
      example.put("commands", shown.commands());
      data.put("example", example);
    }
    data.put("cure", entry.cure());
    return Node.of(data);
  }
}
