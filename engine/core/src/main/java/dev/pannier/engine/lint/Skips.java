package dev.pannier.engine.lint;

import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Note;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.problem.Suggestion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules that a chart switches off, and which of these skips were of use. For one thread. */
public final class Skips {

  private final List<Skip> own;
  private final List<Skip> others = new ArrayList<>();
  private final Set<Skip> used = new HashSet<>();

  private Skips(List<Skip> own) {
    this.own = own;
  }

  /** The skips of a chart, and those in the files of its subcharts. */
  public static Skips of(Chart chart) {
    Skips skips = new Skips(SkipReader.of(chart));
    skips.gather(chart.dependencies());
    return skips;
  }

  private void gather(List<Chart> charts) {
    for (Chart chart : charts) {
      for (Skip skip : SkipReader.of(chart)) {
        if (skip.reach() != Skip.Reach.CHART) {
          others.add(skip);
        }
      }
      gather(chart.dependencies());
    }
  }

  /** What is left of some findings. */
  public List<Problem> apply(List<Problem> findings) {
    List<Problem> left = new ArrayList<>();
    for (Problem finding : findings) {
      Optional<Rule> rule = Rule.find(finding.code());
      if (rule.isEmpty() || !isSkipped(rule.get(), finding)) {
        left.add(finding);
      }
    }
    return left;
  }

  private boolean isSkipped(Rule rule, Problem finding) {
    boolean skipped = isSkipped(rule, finding.location());
    // What a value causes may be excused where the value is set.
    for (Note note : finding.notes()) {
      skipped |= isSkipped(rule, note.location());
    }
    return skipped;
  }

  private boolean isSkipped(Rule rule, Location place) {
    boolean skipped = false;
    for (List<Skip> some : List.of(own, others)) {
      for (Skip skip : some) {
        if (skip.covers(rule, place, lastLine(skip))) {
          used.add(skip);
          skipped = true;
        }
      }
    }
    return skipped;
  }

  /** The next line that is no comment. */
  private static int lastLine(Skip skip) {
    Source source = skip.place().source();
    int line = skip.place().line();
    if (!isWholeLine(source.line(line))) {
      return line;
    }
    do {
      line++;
    } while (isWholeLine(source.line(line)));
    return line;
  }

  private static boolean isWholeLine(String line) {
    String text = line.strip();
    return text.startsWith("#") || text.startsWith("{{!");
  }

  /** Skips of what is no rule. */
  public List<Problem> unknown() {
    Findings findings = new Findings();
    List<String> codes = new ArrayList<>();
    for (Rule rule : Rule.values()) {
      codes.add(rule.code());
    }
    for (Skip skip : own) {
      if (Rule.find(skip.code()).isEmpty()) {
        findings.add(
            Rule.UNKNOWN_SKIP,
            skip.place(),
            "`" + skip.code() + "` is no rule of lint, so that nothing is skipped.",
            hint(skip.code(), codes));
      }
    }
    return findings.all();
  }

  private static String hint(String code, List<String> codes) {
    String full = code.contains(".") ? code : "lint." + code;
    String guess = Suggestion.didYouMean(full, codes);
    return guess.isEmpty() ? "`pannier lint --rules` lists them." : guess;
  }

  /** Skips that skipped nothing, once all findings were seen. */
  public List<Problem> useless() {
    Findings findings = new Findings();
    for (Skip skip : own) {
      if (!used.contains(skip) && Rule.find(skip.code()).isPresent()) {
        findings.add(
            Rule.USELESS_SKIP,
            skip.place(),
            "`" + skip.code() + "` is skipped here, and there is nothing to skip.",
            "Take it out.");
      }
    }
    return findings.all();
  }
}
