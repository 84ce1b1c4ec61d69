package dev.pannier.cli.command;

import dev.pannier.cli.option.UsageProblem;
import java.util.List;

/**
 * The two operands {@code [NAME] CHART}.
 *
 * @param name empty where none is given
 * @param chart what the command line calls the chart
 */
record ReleaseNaming(String name, String chart) {

  static ReleaseNaming of(Call call) {
    List<String> operands = call.arguments().operands();
    boolean named = operands.size() == 2;
    String flag = call.arguments().on("--generate-name") ? "--generate-name" : "";
    flag = call.arguments().has("--name-template") ? "--name-template" : flag;
    if (named && !flag.isEmpty()) {
      throw UsageProblem.of(
          "cli.flags-clash",
          "The release is named `" + operands.getFirst() + "`, and `" + flag + "` is given.",
          "Leave out one of them.");
    }
    return new ReleaseNaming(named ? operands.getFirst() : "", operands.getLast());
  }

  /** The name; without one, made of the chart's name and the time where that is asked for. */
  String orGenerated(Call call, String chartName, String otherwise) {
    if (!name.isEmpty()) {
      return name;
    }
    if (call.arguments().has("--name-template")) {
      return call.pannier().releaseName(call.arguments().text("--name-template"));
    }
    if (call.arguments().on("--generate-name")) {
      // Helm's form (pkg/action/install.go): names stay unique, and sort by age.
      return chartName + "-" + call.shell().clock().instant().getEpochSecond();
    }
    return otherwise;
  }

  /** Refuses a command line that neither names the release nor asks for a name. */
  void requireName(Call call, String verb) {
    boolean made =
        call.arguments().on("--generate-name") || call.arguments().has("--name-template");
    if (name.isEmpty() && !made) {
      throw UsageProblem.of(
          "cli.missing-operand",
          "The release has no name.",
          "Write `pannier " + verb + " NAME " + chart + "`, or add `--generate-name`.");
    }
  }
}
