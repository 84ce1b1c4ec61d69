package dev.pannier.engine.manifest.kind;

import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NumberNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the values of a field look like beyond their type, where the API server checks that in code;
 * src/main/kinds/forms.txt says which field has which.
 */
sealed interface ValueForm permits ValueForm.Range, ValueForm.Texts, TextForm, MapForm {

  /**
   * Whole numbers, or the numbers among values that may be strings too.
   *
   * @param most {@link Long#MAX_VALUE} where there is no end
   */
  record Range(long least, long most) implements ValueForm {
    @Override
    public boolean fits(Node node) {
      if (!(node instanceof NumberNode number)) {
        return true;
      }
      BigDecimal value = number.decimal();
      return value.compareTo(BigDecimal.valueOf(least)) >= 0
          && value.compareTo(BigDecimal.valueOf(most)) <= 0;
    }

    @Override
    public String noun() {
      return most == Long.MAX_VALUE
          ? "a number from " + least + " on"
          : "a number from " + least + " to " + most;
    }
  }

  /** The items of a list of texts. */
  record Texts(TextForm item) implements ValueForm {
    @Override
    public boolean fits(Node node) {
      return true;
    }

    @Override
    public String noun() {
      return item.noun();
    }

    @Override
    public ValueForm ofParts() {
      return item;
    }
  }

  /** Whether a value of the field's type is of this form. */
  boolean fits(Node node);

  /** What messages call such a value: {@code a number from 1 to 65535}. */
  String noun();

  /** The form of the items of a list, or the values of a map, of this form. */
  default @Nullable ValueForm ofParts() {
    return null;
  }

  /** Reads {@code 1..65535}, {@code 0..}, a name of {@link TextForm} or {@link MapForm}. */
  static ValueForm read(String word) {
    int dots = word.indexOf("..");
    if (dots > 0) {
      String most = word.substring(dots + 2);
      return new Range(
          Long.parseLong(word.substring(0, dots)),
          most.isEmpty() ? Long.MAX_VALUE : Long.parseLong(most));
    }
    if (word.startsWith("[]")) {
      return new Texts(TextForm.of(word.substring(2)));
    }
    return word.endsWith("-map") ? MapForm.of(word) : TextForm.of(word);
  }
}
