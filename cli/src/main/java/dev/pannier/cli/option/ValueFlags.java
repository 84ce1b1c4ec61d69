package dev.pannier.cli.option;

import dev.pannier.engine.values.ValuesFlag;
import java.util.ArrayList;
import java.util.List;

/** Flags that set values, as Helm has them. */
public final class ValueFlags {
  /** Them all. */
  public static final FlagGroup GROUP =
      FlagGroup.of(
          "Values, later kinds over earlier ones",
          Flag.of("-f, --values FILE", "values of a file, a URL, or - for standard input").each(),
          Flag.of("--set-json KEY=JSON", "set values in JSON; or one whole JSON object").each(),
          Flag.of("--set KEY=VALUE", "set values: `a.b=1,c[0]=x`").each(),
          Flag.of("--set-string KEY=VALUE", "the same, always strings").each(),
          Flag.of("--set-file KEY=FILE", "set values to what files hold").each(),
          Flag.of("--set-literal KEY=TEXT", "set a value to a text as it is").each());

  private ValueFlags() {}

  /** What was given of them. */
  public static List<ValuesFlag> of(Arguments arguments) {
    List<ValuesFlag> flags = new ArrayList<>();
    for (String file : arguments.all("--values")) {
      flags.add(new ValuesFlag.File(file));
    }
    for (String expression : arguments.all("--set-json")) {
      flags.add(new ValuesFlag.SetJson(expression));
    }
    for (String expression : arguments.all("--set")) {
      flags.add(new ValuesFlag.Set(expression));
    }
    for (String expression : arguments.all("--set-string")) {
      flags.add(new ValuesFlag.SetString(expression));
    }
    for (String expression : arguments.all("--set-file")) {
      flags.add(new ValuesFlag.SetFile(expression));
    }
    for (String expression : arguments.all("--set-literal")) {
      flags.add(new ValuesFlag.SetLiteral(expression));
    }
    return flags;
  }
}
