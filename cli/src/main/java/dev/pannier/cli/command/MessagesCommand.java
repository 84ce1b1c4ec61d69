package dev.pannier.cli.command;

import dev.pannier.cli.message.MessageArea;
import dev.pannier.cli.message.MessageCatalogue;
import dev.pannier.cli.message.MessageData;
import dev.pannier.cli.message.MessageEntry;
import dev.pannier.cli.message.MessageText;
import dev.pannier.cli.option.ResultFlags;
import dev.pannier.cli.option.Usage;
import dev.pannier.cli.option.UsageProblem;
import dev.pannier.cli.output.ExitCode;
import dev.pannier.cli.output.OutputFormat;
import dev.pannier.engine.lint.RulePage;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code pannier messages}. */
final class MessagesCommand implements Command {

  @Override
  public Usage usage() {
    return Usage.of("messages", "Explain the code of a message.")
        .operands("[CODE]", 0, 1, Usage.Completes.NOTHING)
        .details(
            "Tells why a message comes, shows an example of it, and says what to do. The first word"
                + " of codes lists those that share it; without a CODE all are listed.")
        .examples(
            "pannier messages values.unknown-key",
            "pannier messages values",
            "pannier messages -o json")
        .group("Flags", ResultFlags.OUTPUT);
  }

  @Override
  public ExitCode run(Call call) {
    OutputFormat format = call.format();
    MessageCatalogue catalogue = MessageCatalogue.load();
    List<String> operands = call.arguments().operands();
    if (operands.isEmpty()) {
      list(call, format, catalogue.areas());
      return ExitCode.DONE;
    }
    String code = bare(operands.getFirst());
    if (code.startsWith("lint.")) {
      RulePage rule = RuleText.page(code);
      String page = RuleText.text(rule, call.outputPaint());
      call.print(format.write(page, RuleText.data(List.of(rule))));
      return ExitCode.DONE;
    }
    Optional<MessageArea> area = catalogue.area(code);
    if (area.isPresent()) {
      list(call, format, List.of(area.get()));
    } else {
      MessageEntry entry = catalogue.find(code).orElseThrow(() -> unknown(code, catalogue));
      String text = MessageText.of(entry, call.shell().width());
      call.print(format.write(text, MessageData.of(entry)));
    }
    return ExitCode.DONE;
  }

  private static void list(Call call, OutputFormat format, List<MessageArea> areas) {
    call.print(format.write(MessageText.list(areas), MessageData.list(areas)));
  }

  /** As people copy it: {@code error[values.unknown-key]:} is a code too. */
  private static String bare(String word) {
    int open = word.indexOf('[');
    int close = word.indexOf(']', open);
    return open >= 0 && close > 0 ? word.substring(open + 1, close) : word;
  }

  private static ChartException unknown(String code, MessageCatalogue catalogue) {
    List<String> known = new ArrayList<>();
    catalogue.areas().forEach(area -> known.add(area.name()));
    catalogue.entries().forEach(entry -> known.add(entry.code()));
    String meant = Suggestion.didYouMean(code, known);
    return UsageProblem.of(
        "cli.unknown-code",
        "No message has the code `" + code + "`.",
        meant.isEmpty() ? "`pannier messages` lists the codes." : meant);
  }
}
