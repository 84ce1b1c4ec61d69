package dev.pannier.engine.authoring;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.util.Optional;

/**
 * What the comments of values.yaml say of a key.
 *
 * @param description one paragraph on one line; empty where nothing is said
 * @param section the heading that the key is documented under; empty where none is named
 * @param shownDefault what to show as its default instead of the value; empty for the value
 * @param hint a type of JSON Schema, for where the value tells none; empty where none is named
 * @param keywords keywords of JSON Schema that an annotation gives
 * @param required whether an annotation says so
 * @param hidden whether it is kept out of schema and table
 * @param origin where an annotation stands; unknown where there is none
 */
record KeyNote(
    String description,
    String section,
    String shownDefault,
    String hint,
    MapNode keywords,
    boolean required,
    boolean hidden,
    Location origin) {

  static final KeyNote NONE =
      new KeyNote("", "", "", "", MapNode.EMPTY, false, false, Location.unknown());

  static KeyNote described(String description) {
    return NONE.withDescription(description);
  }

  KeyNote withDescription(String text) {
    return new KeyNote(text, section, shownDefault, hint, keywords, required, hidden, origin);
  }

  KeyNote withSection(String name) {
    return new KeyNote(description, name, shownDefault, hint, keywords, required, hidden, origin);
  }

  KeyNote withShownDefault(String text) {
    return new KeyNote(description, section, text, hint, keywords, required, hidden, origin);
  }

  KeyNote withKeyword(String name, Node value) {
    MapNode more = keywords.with(name, value);
    return new KeyNote(description, section, shownDefault, hint, more, required, hidden, origin);
  }

  KeyNote withHint(String type) {
    return new KeyNote(
        description, section, shownDefault, type, keywords, required, hidden, origin);
  }

  KeyNote withRequired(boolean yes) {
    return new KeyNote(description, section, shownDefault, hint, keywords, yes, hidden, origin);
  }

  KeyNote withHidden() {
    return new KeyNote(description, section, shownDefault, hint, keywords, required, true, origin);
  }

  KeyNote withOrigin(Location place) {
    return new KeyNote(description, section, shownDefault, hint, keywords, required, hidden, place);
  }

  /** This, and what another says where this says nothing. */
  KeyNote or(KeyNote other) {
    MapNode both = other.keywords;
    for (var entry : keywords.entries().entrySet()) {
      both = both.with(entry.getKey(), entry.getValue());
    }
    return new KeyNote(
        first(description, other.description),
        first(section, other.section),
        first(shownDefault, other.shownDefault),
        first(hint, other.hint),
        both,
        required || other.required,
        hidden || other.hidden,
        origin.isKnown() ? origin : other.origin);
  }

  private static String first(String one, String other) {
    return one.isEmpty() ? other : one;
  }

  /** Whether an annotation switches something on. */
  boolean isOn(String keyword) {
    return keywords.get(keyword) instanceof BoolNode on && on.value();
  }

  /** The description that an annotation gives, else that of the comment. */
  String text() {
    Optional<String> annotated = keywords.text("description");
    return annotated.orElse(description);
  }
}
