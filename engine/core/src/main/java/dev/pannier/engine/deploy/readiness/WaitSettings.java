package dev.pannier.engine.deploy.readiness;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.ScalarNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How an object wants to be waited for, by its annotations.
 *
 * @param mode {@code pannier.dev/wait}: what becomes of the release when it does not get ready
 * @param timeout {@code pannier.dev/timeout}: how long it may take; empty for as long as all
 * @param address {@code pannier.dev/wait-for: address}: whether it needs an address from outside
 * @param restarts {@code pannier.dev/allowed-restarts}: how often a container may crash
 * @param rule {@code pannier.dev/ready} and {@code pannier.dev/failed}
 */
public record WaitSettings(
    Mode mode,
    Optional<Duration> timeout,
    boolean address,
    OptionalInt restarts,
    Optional<ReadyRule> rule) {

  /** What becomes of a release when an object of it does not get ready. */
  public enum Mode {
    /** It fails. */
    FAIL,
    /** That is told, and the release goes on. */
    WARN,
    /** Nobody looks. */
    SKIP
  }

  private static final String PREFIX = "pannier.dev/";
  private static final WaitSettings NONE =
      new WaitSettings(Mode.FAIL, Optional.empty(), false, OptionalInt.empty(), Optional.empty());

  /**
   * The settings of an object as it lies in a cluster; what cannot be read there counts as none.
   */
  public static WaitSettings lenient(MapNode object) {
    return read(object, new Problems());
  }

  /**
   * The settings of an object as rendered.
   *
   * @param problems is told what cannot be read, at its place in the template
   */
  public static WaitSettings read(MapNode object, Problems problems) {
    MapNode annotations = object.map("metadata").map("annotations");
    for (String key : annotations.keys()) {
      if (key.startsWith(PREFIX)) {
        return new Reader(annotations, problems).settings();
      }
    }
    return NONE;
  }

  private record Reader(MapNode annotations, Problems problems) {

    WaitSettings settings() {
      Mode mode =
          switch (word("wait", "fail", "warn", "skip")) {
            case "warn" -> Mode.WARN;
            case "skip" -> Mode.SKIP;
            default -> Mode.FAIL;
          };
      Optional<Condition> ready = condition("ready");
      Optional<Condition> failed = condition("failed");
      return new WaitSettings(
          mode,
          timeout(),
          word("wait-for", "", "address").equals("address"),
          restarts(),
          ready.isEmpty() && failed.isEmpty()
              ? Optional.empty()
              : Optional.of(new ReadyRule(ready, failed)));
    }

    private Optional<String> text(String name) {
      return annotations.get(PREFIX + name) instanceof ScalarNode scalar && !scalar.text().isBlank()
          ? Optional.of(scalar.text().strip())
          : Optional.empty();
    }

    private String word(String name, String otherwise, String... more) {
      String word = text(name).orElse(otherwise);
      if (word.equals(otherwise) || List.of(more).contains(word)) {
        return word;
      }
      String all = otherwise.isEmpty() ? "" : "`" + otherwise + "`, ";
      wrong(name, word, "Write " + all + "`" + String.join("` or `", more) + "`.");
      return otherwise;
    }

    private Optional<Duration> timeout() {
      Optional<String> text = text("timeout");
      Optional<Duration> time = text.flatMap(TimeSpan::parse);
      if (text.isPresent() && time.isEmpty()) {
        wrong("timeout", text.get(), "Write a length of time like `90s`, `5m` or `1h30m`.");
      }
      return time;
    }

    private OptionalInt restarts() {
      Optional<String> text = text("allowed-restarts");
      if (text.isEmpty()) {
        return OptionalInt.empty();
      }
      try {
        return OptionalInt.of(Integer.parseUnsignedInt(text.get()));
      } catch (NumberFormatException _) {
        wrong("allowed-restarts", text.get(), "Write a whole number.");
        return OptionalInt.empty();
      }
    }

    private Optional<Condition> condition(String name) {
      try {
        return text(name).map(Condition::parse);
      } catch (ChartException e) {
        e.problems().forEach(each -> problems.add(each.at(place(name))));
        return Optional.empty();
      }
    }

    private void wrong(String name, String value, String hint) {
      problems.add(
          Problem.error(
                  "deploy.wait-rule",
                  "The annotation `" + PREFIX + name + "` cannot be `" + value + "`.")
              .at(place(name))
              .hint(hint));
    }

    private Location place(String name) {
      Node value = annotations.get(PREFIX + name);
      return value == null ? annotations.origin() : value.origin();
    }
  }
}
