package dev.pannier.engine.authoring;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.ScalarNode;
import dev.pannier.engine.yaml.YamlComment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the comments of a values file say, key by key. */
final class ValuesNotes {

  private final CommentBlocks blocks;
  private final BitnamiParams params;
  private final SchemaAnnotation annotation;
  private final Problems warnings;
  private final Map<KeyPath, KeyNote> notes = new HashMap<>();
  private final Set<KeyPath> documentedBelow = new HashSet<>();
  private final TreeMap<Integer, String> sections = new TreeMap<>();

  private final CommentedKeys commented;

  private ValuesNotes(Source source, MapNode values, Problems warnings) {
    this.blocks = new CommentBlocks(source);
    this.commented = new CommentedKeys(values, blocks.all());
    this.params = new BitnamiParams(blocks.all());
    this.annotation = new SchemaAnnotation(source, warnings);
    this.warnings = warnings;
  }

  /**
   * Reads them.
   *
   * @param values what the source holds
   * @param warnings told of annotations that cannot be understood
   */
  static ValuesNotes of(Source source, MapNode values, Problems warnings) {
    ValuesNotes notes = new ValuesNotes(source, values, warnings);
    notes.readSections();
    notes.visit(values, KeyPath.ROOT);
    return notes;
  }

  /** What is said of a key. */
  KeyNote of(KeyPath path) {
    return notes.getOrDefault(path, KeyNote.NONE);
  }

  /** Whether something is said of any key below this one. */
  boolean anyBelow(KeyPath path) {
    return documentedBelow.contains(path);
  }

  /** Keys that comments show in a map, and that it does not have. */
  Set<String> commentedOut(KeyPath map) {
    return commented.in(map);
  }

  /** Whether a key is to be kept out of tables, with all below it. */
  boolean isSkipped(KeyPath path) {
    return params.isSkipped(path) || of(path).hidden() || of(path).isOn(SchemaAnnotation.HIDDEN);
  }

  private void documented(KeyPath path) {
    for (int length = path.keys().size(); length > 0; length--) {
      documentedBelow.add(new KeyPath(path.keys().subList(0, length)));
    }
  }

  private void readSections() {
    List<YamlComment> comments = blocks.all();
    for (int i = 0; i < comments.size(); i++) {
      YamlComment comment = comments.get(i);
      String plain = CommentLine.plain(comment);
      if (plain.startsWith("@section ") && !plain.contains("-- ")) {
        sections.put(comment.line(), plain.substring("@section ".length()).strip());
      } else if (comment.column() == 1) {
        int line = comment.line();
        Banner.at(comments, i).ifPresent(title -> sections.put(line, title));
      }
    }
  }

  private void visit(Node node, KeyPath path) {
    switch (node) {
      case MapNode map ->
          map.entries()
              .forEach((key, value) -> {
                Location at = map.keyOrigin(key);
                KeyPath child = path.child(key);
                KeyNote note = withSection(read(child, key, at), at, child);
                notes.merge(child, note, KeyNote::or);
                if (!note.text().isEmpty()) {
                  documented(path);
                }
                visit(value, child);
              });
      case ListNode list -> list.forEach(item -> visit(item, path.items()));
      case ScalarNode _ -> {}
    }
  }

  private KeyNote withSection(KeyNote note, Location at, KeyPath path) {
    if (!note.section().isEmpty() || path.keys().size() > 1) {
      return note;
    }
    var section = sections.floorEntry(at.line());
    return section == null ? note : note.withSection(section.getValue());
  }

  private KeyNote read(KeyPath path, String key, Location at) {
    KeyNote above = read(blocks.above(key, at), path);
    KeyNote beside =
        blocks.beside(key, at).map(comment -> read(List.of(comment), path)).orElse(KeyNote.NONE);
    return params.of(path).or(above).or(beside);
  }

  private KeyNote read(List<YamlComment> block, KeyPath path) {
    KeyNote note = KeyNote.NONE;
    List<YamlComment> rest = new ArrayList<>();
    for (int i = 0; i < block.size(); i++) {
      String plain = CommentLine.plain(block.get(i));
      if (plain.equals(SchemaAnnotation.MARK)) {
        int end = closing(block, i);
        note = note.or(annotation.block(block.subList(i + 1, end), place(block.get(i))));
        i = end;
      } else if (plain.startsWith(SchemaAnnotation.MARK + " ")) {
        note = note.or(annotation.line(block.get(i)));
      } else if (plain.equals("@ignored") || plain.equals("@ignore")) {
        note = note.withHidden();
      } else {
        rest.add(block.get(i));
      }
    }
    int start = HelmDocsComment.start(rest, path);
    return note.or(
        start < 0
            ? KeyNote.described(Prose.firstParagraph(rest))
            : HelmDocsComment.read(rest.subList(start, rest.size()), path));
  }

  /** The index of the mark that ends a block of keywords, or of the end where there is none. */
  private int closing(List<YamlComment> block, int start) {
    for (int i = start + 1; i < block.size(); i++) {
      if (CommentLine.plain(block.get(i)).equals(SchemaAnnotation.MARK)) {
        return i;
      }
    }
    warnings.add(
        Problem.warning("authoring.annotation", "This `# @schema` is not closed.")
            .at(place(block.get(start)))
            .hint("End the keywords with one more line `# @schema`."));
    return block.size();
  }

  private Location place(YamlComment comment) {
    return blocks.source().at(comment.line(), comment.column());
  }
}
