package dev.pannier.cli.output;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Note;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.unit.CaseResult;
import dev.pannier.engine.unit.FieldDifference;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What became of the cases of charts, in the XML that CI systems read: a suite for each chart. */
public final class JUnitReport {
  private final StringBuilder xml = new StringBuilder();

  private JUnitReport() {}

  /** The report. */
  public static String of(Map<String, List<CaseResult>> results) {
    JUnitReport report = new JUnitReport();
    List<CaseResult> all = results.values().stream().flatMap(List::stream).toList();
    report.xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites");
    report.counts("pannier", all);
    report.xml.append(">\n");
    results.forEach(report::suite);
    report.xml.append("</testsuites>\n");
    return report.xml.toString();
  }

  private void suite(String chart, List<CaseResult> cases) {
    xml.append("  <testsuite");
    counts(chart, cases);
    attribute("errors", "0");
    attribute("skipped", "0");
    xml.append(">\n");
    cases.forEach(result -> testCase(chart, result));
    xml.append("  </testsuite>\n");
  }

  private void counts(String name, List<CaseResult> cases) {
    Duration time = Duration.ZERO;
    int failures = 0;
    for (CaseResult result : cases) {
      time = time.plus(result.time());
      failures += result.passed() ? 0 : 1;
    }
    attribute("name", name);
    attribute("tests", Integer.toString(cases.size()));
    attribute("failures", Integer.toString(failures));
    attribute("time", seconds(time));
  }

  private void testCase(String chart, CaseResult result) {
    xml.append("    <testcase");
    attribute("classname", chart);
    attribute("name", result.testCase().name());
    attribute("file", result.testCase().place().source().name());
    attribute("time", seconds(result.time()));
    if (result.passed()) {
      xml.append("/>\n");
      return;
    }
    xml.append(">\n      <failure");
    attribute("message", first(result));
    xml.append('>');
    escape(details(result), false);
    xml.append("</failure>\n    </testcase>\n");
  }

  private static String first(CaseResult result) {
    if (!result.problems().isEmpty()) {
      return result.problems().getFirst().message();
    }
    FieldDifference difference = result.differences().getFirst();
    return difference.document() + " " + difference.path() + ": " + difference.told();
  }

  private static String details(CaseResult result) {
    StringBuilder text = new StringBuilder();
    for (FieldDifference difference : result.differences()) {
      text.append(difference.document()).append(' ').append(difference.path()).append(": ");
      text.append(difference.told()).append('\n');
      place("expected in", difference.expectedAt(), text);
      place("written in", difference.writtenAt(), text);
      difference.setAt().forEach(value -> place("set in", value, text));
    }
    for (Problem problem : result.problems()) {
      text.append(problem.message()).append('\n');
      place("at", problem.location(), text);
      for (Note note : problem.notes()) {
        place(note.message() + ":", note.location(), text);
      }
      text.append(problem.hint().isEmpty() ? "" : "  " + problem.hint() + "\n");
    }
    return text.toString();
  }

  private static void place(String what, Location place, StringBuilder text) {
    if (place.isKnown()) {
      text.append("  ").append(what).append(' ').append(place).append('\n');
    }
  }

  /** By hand, for a formatter would ask for a locale. */
  private static String seconds(Duration time) {
    String millis = Integer.toString(1000 + (int) (time.toMillis() % 1000)).substring(1);
    return time.toSeconds() + "." + millis;
  }

  private void attribute(String name, String value) {
    xml.append(' ').append(name).append("=\"");
    escape(value, true);
    xml.append('"');
  }

  /** What XML 1.0 cannot say at all, even escaped, becomes a replacement character. */
  private void escape(String text, boolean attribute) {
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      switch (point) {
        case '<' -> xml.append("&lt;");
        case '>' -> xml.append("&gt;");
        case '&' -> xml.append("&amp;");
        case '"' -> xml.append("&quot;");
        case '\n' -> xml.append(attribute ? "&#10;" : "\n");
        case '\t' -> xml.append(attribute ? "&#9;" : "\t");
        default -> xml.appendCodePoint(isAllowed(point) ? point : 0xFFFD);
      }
    }
  }

  private static boolean isAllowed(int point) {
    return point >= 0x20 && point < 0xD800 || point >= 0xE000 && point != 0xFFFE && point != 0xFFFF;
  }
}
