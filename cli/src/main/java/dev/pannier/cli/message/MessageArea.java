package dev.pannier.cli.message;

import java.util.List;

/**
 * Codes that share their first word.
 *
 * @param name the word before the dot
 * @param title a heading
 * @param about what the problems are about, one sentence
 */
public record MessageArea(String name, String title, String about, List<MessageEntry> entries) {

  public MessageArea {
    entries = List.copyOf(entries);
  }
}
