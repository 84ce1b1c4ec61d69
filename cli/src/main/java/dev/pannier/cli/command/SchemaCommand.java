package dev.pannier.cli.command;

import dev.pannier.cli.option.Flag;
import dev.pannier.cli.option.Usage;
import dev.pannier.cli.option.UsageProblem;
import dev.pannier.cli.output.ExitCode;
import dev.pannier.engine.authoring.AuthoredChart;
import dev.pannier.engine.authoring.SchemaProposal;
import dev.pannier.engine.problem.Problems;
import java.util.List;
import java.util.Optional;

/** {@code pannier schema}. */
final class SchemaCommand implements Command {

  @Override
  public Usage usage() {
    return Usage.of("schema", "Write values.schema.json as values.yaml and its comments tell it.")
        .operands("CHART...", 0, Usage.MANY, Usage.Completes.FILES)
        .details(
            "Types, limits and texts are inferred from the values, their names and the comments"
                + " above them; helm-docs' `# --`, Bitnami's `## @param` and `# @schema` are read"
                + " too. A schema that was written by hand is kept, and gets only the keys that it"
                + " lacks. Without a CHART, the working directory is one.")
        .examples(
            "pannier schema charts/web",
            "pannier schema charts/* --check",
            "pannier schema charts/web --stdout --force")
        .group(
            "Flags",
            Flag.of("--check", "write nothing; show what would change, and exit with 3 if any"),
            Flag.of("--stdout", "print the schema instead of writing it"),
            Flag.of("-o, --output FILE", "write it elsewhere; - is standard output"),
            Flag.of("--force", "make it anew, and give up what was written by hand"));
  }

  @Override
  public ExitCode run(Call call) {
    boolean anew = call.arguments().on("--force");
    String target = call.arguments().on("--stdout") ? "-" : call.arguments().text("--output");
    return target.isEmpty()
        ? new Proposals(call).run(chart -> proposed(call, chart, anew))
        : elsewhere(call, target, anew);
  }

  private static List<Proposals.Proposed> proposed(Call call, AuthoredChart chart, boolean anew) {
    Optional<SchemaProposal> proposal = SchemaProposal.of(chart, anew);
    if (proposal.isEmpty()) {
      call.print(chart.shown() + ": has no values, and needs no schema\n");
      return List.of();
    }
    SchemaProposal schema = proposal.get();
    return List.of(new Proposals.Proposed(schema.file(), summary(schema), schema.notes()));
  }

  private static String summary(SchemaProposal schema) {
    if (!schema.handwritten()) {
      return schema.file().before().isEmpty() ? "written" : "made anew";
    }
    StringBuilder out = new StringBuilder("added to what is written by hand");
    schema.added().forEach(key -> out.append("\n  + ").append(key));
    schema.updated().forEach(key -> out.append("\n  default of ").append(key));
    return out.toString();
  }

  private static ExitCode elsewhere(Call call, String target, boolean anew) {
    List<String> charts = Proposals.references(call);
    if (charts.size() > 1 || call.arguments().on("--check")) {
      throw UsageProblem.of(
          "cli.flags-clash",
          "One schema of one chart can be written elsewhere.",
          "Leave out `--check`, and give one CHART.");
    }
    Problems warnings = new Problems();
    AuthoredChart chart = Proposals.read(call, charts.getFirst(), warnings);
    Optional<SchemaProposal> proposal = SchemaProposal.of(chart, anew);
    String text = proposal.map(schema -> schema.file().after()).orElse("{}\n");
    if (target.equals("-")) {
      call.print(text.endsWith("\n") ? text : text + "\n");
    } else {
      call.write(target, text);
    }
    proposal.ifPresent(schema -> warnings.addAll(schema.notes()));
    call.warn(warnings.all());
    return ExitCode.DONE;
  }
}
