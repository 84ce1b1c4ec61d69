package dev.pannier.engine.values;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;

/** What a user sets: files and flags become one map, later ones over earlier ones. */
public final class UserValues {

  private UserValues() {}

  /**
   * Reads and merges flags in Helm's order of precedence; each leaf's origin names the file and
   * line or the flag that set it. Nulls are kept: they delete when merged over a chart's defaults.
   *
   * @throws ChartException naming every flag that is wrong
   */
  public static MapNode read(List<ValuesFlag> flags, ValuesFiles files) {
    return read(MapNode.EMPTY, flags, files);
  }

  /**
   * The same, over values that are there already.
   *
   * @throws ChartException naming every flag that is wrong
   */
  public static MapNode read(MapNode under, List<ValuesFlag> flags, ValuesFiles files) {
    List<ValuesFlag> ordered = new ArrayList<>(flags);
    ordered.sort((one, other) -> Integer.compare(rank(one), rank(other)));
    MapNode values = under;
    List<ChartException> failures = new ArrayList<>();
    for (ValuesFlag flag : ordered) {
      try {
        values = set(flag, values, files);
      } catch (ChartException e) {
        failures.add(e);
      }
    }
    if (!failures.isEmpty()) {
      throw together(failures);
    }
    return values;
  }

  private static int rank(ValuesFlag flag) {
    return switch (flag) {
      case ValuesFlag.File _ -> 0;
      case ValuesFlag.SetJson _ -> 1;
      case ValuesFlag.Set _ -> 2;
      case ValuesFlag.SetString _ -> 3;
      case ValuesFlag.SetFile _ -> 4;
      case ValuesFlag.SetLiteral _ -> 5;
    };
  }

  private static MapNode set(ValuesFlag flag, MapNode values, ValuesFiles files) {
    return switch (flag) {
      case ValuesFlag.File file -> ValuesMerge.merge(FlagFile.values(files, file), values);
      case ValuesFlag.SetJson json -> setJson(json, values);
      case ValuesFlag.Set _ -> assign(flag, values, SetValue.typed());
      case ValuesFlag.SetString _ -> assign(flag, values, SetValue.text());
      case ValuesFlag.SetFile _ -> assign(flag, values, SetValue.file(files));
      case ValuesFlag.SetLiteral _ ->
          new SetParser(scanner(flag, false), SetValue.literal(), false).setIn(values);
    };
  }

  private static MapNode assign(ValuesFlag flag, MapNode values, SetValue value) {
    return new SetParser(scanner(flag, true), value, true).setIn(values);
  }

  private static FlagScanner scanner(ValuesFlag flag, boolean escapes) {
    return new FlagScanner(flag.source(), flag.option().length() + 1, escapes);
  }

  /** A whole object is merged; all else is a list of assignments. */
  private static MapNode setJson(ValuesFlag.SetJson flag, MapNode values) {
    FlagScanner scanner = scanner(flag, true);
    scanner.skipBlanks();
    if (!scanner.sees('{')) {
      return assign(flag, values, SetValue.json());
    }
    MapNode object = (MapNode) SetValue.json(scanner);
    scanner.skipBlanks();
    if (!scanner.atEnd()) {
      throw scanner
          .wrong(scanner.at(), "Something stands behind the JSON object.")
          .hint("Give the flag once for each object.")
          .exception();
    }
    return ValuesMerge.merge(object, values);
  }

  private static ChartException together(List<ChartException> failures) {
    if (failures.size() == 1) {
      return failures.getFirst();
    }
    List<Problem> problems = new ArrayList<>();
    failures.forEach(failure -> problems.addAll(failure.problems()));
    ChartException all = new ChartException(problems, failures.getFirst());
    failures.subList(1, failures.size()).forEach(all::addSuppressed);
    return all;
  }
}
