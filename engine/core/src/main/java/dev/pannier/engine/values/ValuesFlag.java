package dev.pannier.engine.values;

/**
 * One flag that sets values, as given. The order of kinds decides, then the order on the command
 * line: {@code -f} < {@code --set-json} < {@code --set} < {@code --set-string} < {@code --set-file}
 * < {@code --set-literal} (Helm's pkg/cli/values/options.go).
 */
public sealed interface ValuesFlag {

  /** {@code -f}: a path, an http(s) URL, or {@code -} for standard input. */
  record File(String reference) implements ValuesFlag {}

  /** {@code --set-json key=json} or a whole object. */
  record SetJson(String expression) implements ValuesFlag {}

  /** {@code --set key=value,...}. */
  record Set(String expression) implements ValuesFlag {}

  /** {@code --set-string key=value,...}: values stay strings. */
  record SetString(String expression) implements ValuesFlag {}

  /** {@code --set-file key=reference}: the value is what the file holds. */
  record SetFile(String expression) implements ValuesFlag {}

  /** {@code --set-literal key=value}: the value is everything after the first {@code =}. */
  record SetLiteral(String expression) implements ValuesFlag {}
}
