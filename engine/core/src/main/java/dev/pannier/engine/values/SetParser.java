package dev.pannier.engine.values;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.yaml.MapNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads and obeys assignments: {@code a.b=1,list[0]=x}. The grammar is Helm's
 * (pkg/strvals/parser.go, literal_parser.go). Where Helm drops an assignment without a word (an
 * empty key, an index that is never closed), this is an error.
 */
final class SetParser {

  private static final int MAX_INDEX = 65_536;
  private static final int MAX_NAMES = 30;
  private static final int MAX_STEPS = 150;

  private final FlagScanner scanner;
  private final SetValue value;
  private final String keyStops;
  private boolean first = true;

  /**
   * @param commas whether a comma ends a key
   */
  SetParser(FlagScanner scanner, SetValue value, boolean commas) {
    this.scanner = scanner;
    this.value = value;
    this.keyStops = commas ? "=[.," : "=[.";
  }

  /**
   * Values with all assignments done, one after the other.
   *
   * @throws ChartException at the first that is wrong
   */
  MapNode setIn(MapNode values) {
    MapNode result = values;
    while (!scanner.atEnd()) {
      SetPath path = path();
      result = scanner.skip('=') ? path.set(result, value.read(scanner)) : path.setNoItem(result);
      first = false;
    }
    return result;
  }

  /** Reads up to the {@code =}, or to the end after an index. */
  private SetPath path() {
    List<SetPath.Step> steps = new ArrayList<>();
    int pathStart = scanner.at();
    steps.add(key(pathStart));
    int names = 1;
    while (!scanner.sees('=') && !scanner.atEnd()) {
      int start = scanner.at();
      if (scanner.skip('[')) {
        steps.add(index(start));
      } else {
        scanner.skip('.');
        steps.add(key(pathStart));
        names += steps.get(steps.size() - 2) instanceof SetPath.Key ? 1 : 0;
      }
      if (names > MAX_NAMES + 1 || steps.size() > MAX_STEPS) {
        throw scanner
            .wrong(start, "This key is nested too deeply.")
            .hint("At most " + MAX_NAMES + " dots may part a key; set a file by `-f` instead.")
            .exception();
      }
    }
    return new SetPath(steps);
  }

  private SetPath.Key key(int pathStart) {
    int start = scanner.at();
    String name = scanner.until(keyStops);
    if (name.isEmpty()) {
      throw scanner
          .wrong(start, "A key is missing here.")
          .hint(
              scanner.sees(',') ? "Take out this comma." : "Write `key=value` or `map.key=value`.")
          .exception();
    }
    if (scanner.atEnd() || scanner.sees(',')) {
      throw noValue(pathStart);
    }
    return new SetPath.Key(name, scanner.place(start));
  }

  private ChartException noValue(int start) {
    String name = scanner.source().text().substring(start, scanner.at());
    String hint =
        first
            ? "Write `" + name + "=value`; `" + name + "=` sets an empty string."
            : "If the comma before it belongs to a value, write it as `\\,`.";
    return scanner.wrong(start, "The key `" + name + "` has no value.").hint(hint).exception();
  }

  private SetPath.Index index(int bracket) {
    int start = scanner.at();
    String digits = scanner.until("]");
    if (!scanner.skip(']')) {
      throw scanner
          .wrong(bracket, "This `[` is never closed.")
          .hint("Write an index as `[0]`; a `[` within a key is written as `\\[`.")
          .exception();
    }
    int number = number(start, digits);
    int end = scanner.at();
    String behind = scanner.until("[.=");
    if (!behind.isEmpty()) {
      throw scanner
          .wrong(end, "`" + behind + "` stands behind an index.")
          .hint("Behind `]` comes `=`, `.` or a further `[`.")
          .exception();
    }
    return new SetPath.Index(number, scanner.place(bracket));
  }

  private int number(int start, String digits) {
    String unsigned =
        digits.isEmpty() || "+-".indexOf(digits.charAt(0)) < 0 ? digits : digits.substring(1);
    boolean number = !unsigned.isEmpty() && unsigned.chars().allMatch(c -> c >= '0' && c <= '9');
    BigInteger index = number ? new BigInteger(unsigned) : BigInteger.ZERO;
    boolean negative = digits.startsWith("-") && index.signum() > 0;
    if (!number || negative || index.compareTo(BigInteger.valueOf(MAX_INDEX)) > 0) {
      String message =
          digits.isEmpty() ? "An index is missing here." : "`" + digits + "` is no index.";
      throw scanner
          .wrong(start, message)
          .hint("An index is a number from 0 to " + MAX_INDEX + ".")
          .exception();
    }
    return index.intValue();
  }
}
