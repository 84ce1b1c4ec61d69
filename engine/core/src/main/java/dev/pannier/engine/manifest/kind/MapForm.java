package dev.pannier.engine.manifest.kind;

import dev.pannier.engine.yaml.Node;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the keys and the values of a map look like. */
enum MapForm implements ValueForm {
  /** Keys and values of labels. */
  LABELS_MAP(TextForm.LABEL_KEY, TextForm.LABEL_VALUE),
  /** Keys of labels, and whatever. */
  ANNOTATIONS_MAP(TextForm.LABEL_KEY, null),
  /** Names of files. */
  DATA_MAP(TextForm.KEY, null),
  /** What a container can ask for. */
  RESOURCES_MAP(TextForm.LABEL_KEY, TextForm.POSITIVE_QUANTITY),
  /** Quantities of whatever. */
  QUANTITIES_MAP(TextForm.LABEL_KEY, TextForm.POSITIVE_QUANTITY);

  private static final Set<String> STANDARD = Set.of("cpu", "memory", "ephemeral-storage");

  private final TextForm keys;
  private final @Nullable TextForm values;

  MapForm(TextForm keys, @Nullable TextForm values) {
    this.keys = keys;
    this.values = values;
  }

  static MapForm of(String word) {
    return valueOf(word.replace('-', '_').toUpperCase(Locale.ROOT));
  }

  boolean hasKey(String key) {
    // the prefix of an annotation's key may be in upper case (ValidateAnnotations)
    return keys.fits(Node.of(this == ANNOTATIONS_MAP ? key.toLowerCase(Locale.ROOT) : key))
        && (this != RESOURCES_MAP
            || key.indexOf('/') >= 0
            || STANDARD.contains(key)
            || key.startsWith("hugepages-"));
  }

  /** What messages call a key. */
  String keyNoun() {
    return this == RESOURCES_MAP
        ? "`cpu`, `memory`, `ephemeral-storage`, or a name with a domain before it, such as"
            + " `nvidia.com/gpu`"
        : keys.noun();
  }

  @Override
  public boolean fits(Node node) {
    return true;
  }

  @Override
  public String noun() {
    return "a map";
  }

  @Override
  public @Nullable ValueForm ofParts() {
    return values;
  }
}
