package dev.pannier.engine.values;

import dev.pannier.engine.problem.Source;

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

  /** The flag's name: {@code --set}. */
  default String option() {
    return switch (this) {
      case File _ -> "-f";
      case SetJson _ -> "--set-json";
      case Set _ -> "--set";
      case SetString _ -> "--set-string";
      case SetFile _ -> "--set-file";
      case SetLiteral _ -> "--set-literal";
    };
  }

  /** What follows the flag's name. */
  default String argument() {
    return switch (this) {
      case File(String reference) -> reference;
      case SetJson(String expression) -> expression;
      case Set(String expression) -> expression;
      case SetString(String expression) -> expression;
      case SetFile(String expression) -> expression;
      case SetLiteral(String expression) -> expression;
    };
  }

  /** The flag as written; its name is cut short where it is long or has more than one line. */
  default Source source() {
    String written = option() + " " + argument();
    int end = Math.min(60, written.length());
    int lineEnd = written.indexOf('\n');
    int cut = lineEnd >= 0 ? Math.min(end, lineEnd) : end;
    return new Source(cut < written.length() ? written.substring(0, cut) + "…" : written, written);
  }
}
