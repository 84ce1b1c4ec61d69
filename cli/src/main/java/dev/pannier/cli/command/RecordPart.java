package dev.pannier.cli.command;

import dev.pannier.cli.output.ReleaseText;
import dev.pannier.engine.ReleaseRecords;
import dev.pannier.engine.release.RecordedHook;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.YamlWriter;
import java.time.ZoneId;

/** A part of a recorded revision, printed as Helm's get does. */
enum RecordPart {
  MANIFEST("manifest", "Print the resources of a release as they were rendered."),
  NOTES("notes", "Print the notes of a release."),
  HOOKS("hooks", "Print the hooks of a release."),
  ALL("all", "Print all that a release consists of.");

  private final String word;
  private final String purpose;

  RecordPart(String word, String purpose) {
    this.word = word;
    this.purpose = purpose;
  }

  String word() {
    return word;
  }

  String purpose() {
    return purpose;
  }

  /**
   * The part of a revision, ending in a line break unless it is empty.
   *
   * @param zone what times are shown in
   */
  String of(Release release, ZoneId zone) {
    return switch (this) {
      case MANIFEST -> ended(release.manifest());
      case NOTES -> release.info().notes().isEmpty() ? "" : "NOTES:\n" + notes(release);
      case HOOKS -> hooks(release);
      case ALL -> all(release, zone);
    };
  }

  private static String notes(Release release) {
    return ended(release.info().notes().strip());
  }

  private static String ended(String text) {
    return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
  }

  /** The hooks of a revision as they were rendered, each behind the line of its source. */
  static String hooks(Release release) {
    StringBuilder out = new StringBuilder();
    for (RecordedHook each : release.hooks()) {
      out.append("---\n# Source: ").append(each.hook().resource().source()).append('\n');
      out.append(ended(each.hook().resource().text()));
    }
    return out.toString();
  }

  private static String all(Release release, ZoneId zone) {
    return ReleaseText.of(release, zone, false)
        + "USER-SUPPLIED VALUES:\n"
        + YamlWriter.writeSorted(release.config().isEmpty() ? NullNode.NULL : release.config())
        + "\nCOMPUTED VALUES:\n"
        + YamlWriter.writeSorted(ReleaseRecords.allValues(release))
        + "\nHOOKS:\n"
        + hooks(release)
        + "\nMANIFEST:\n"
        + ended(release.manifest())
        + (release.info().notes().isEmpty() ? "" : "\nNOTES:\n" + notes(release));
  }
}
