package dev.pannier.cli.command;

import dev.pannier.cli.output.DiffText;
import dev.pannier.cli.output.ExitCode;
import dev.pannier.engine.authoring.AuthoredChart;
import dev.pannier.engine.authoring.FileProposal;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Writes the files that charts should have, or tells what would change in them. */
final class Proposals {
  private final Call call;
  private final boolean check;
  private ExitCode code = ExitCode.DONE;

  Proposals(Call call) {
    this.call = call;
    this.check = call.arguments().on("--check");
  }

  /**
   * What a chart should have.
   *
   * @param summary what was done to it, for people; further lines may follow
   */
  record Proposed(FileProposal file, String summary, List<Problem> notes) {}

  /** Goes through all charts of the command line; what is wrong with each is told at the end. */
  ExitCode run(Function<AuthoredChart, List<Proposed>> proposals) {
    List<Problem> failures = new ArrayList<>();
    for (String reference : references(call)) {
      try {
        chart(reference, proposals);
      } catch (ChartException e) {
        failures.addAll(e.problems());
      }
    }
    if (!failures.isEmpty()) {
      throw new ChartException(failures);
    }
    return code;
  }

  /** The charts of the command line; the working directory where it names none. */
  static List<String> references(Call call) {
    List<String> given = call.arguments().operands();
    return given.isEmpty() ? List.of(".") : given;
  }

  private void chart(String reference, Function<AuthoredChart, List<Proposed>> proposals) {
    Problems warnings = new Problems();
    AuthoredChart chart = read(call, reference, warnings);
    List<Problem> notes = new ArrayList<>(warnings.all());
    for (Proposed proposed : proposals.apply(chart)) {
      file(proposed);
      notes.addAll(proposed.notes());
    }
    notes.removeIf(note -> check && note.severity() == Severity.INFO);
    call.warn(notes);
  }

  /** A chart's folder of the command line. */
  static AuthoredChart read(Call call, String reference, Problems warnings) {
    return AuthoredChart.read(call.shell().path(reference), reference, warnings);
  }

  private void file(Proposed proposed) {
    FileProposal file = proposed.file();
    if (!file.differs()) {
      call.print(file.shown() + ": up to date\n");
    } else if (check) {
      call.print(file.shown() + ": not up to date\n");
      call.print(DiffText.of(file.diff(), call.outputPaint()));
      code = ExitCode.DIFFERENCES;
    } else {
      file.write();
      call.print(file.shown() + ": " + proposed.summary() + "\n");
    }
  }
}
