package dev.pannier.engine.authoring;

import dev.pannier.engine.problem.Suggestion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The starters that come with Pannier, one for each kind of application. */
public enum StarterKind implements Starter {
  /** Deployment, Service, Ingress, HorizontalPodAutoscaler. */
  WEB("a web application behind a Service"),
  /** StatefulSet, volumes, a password that is made once. */
  STATEFUL("an application that keeps data on volumes"),
  /** CronJobs, and a Job before each upgrade. */
  JOB("jobs by a schedule, and one before each upgrade"),
  /** Custom resources, their definition, and what looks after them. */
  OPERATOR("an operator with its custom resources"),
  /** Partials for other charts, and an example that tests them. */
  LIBRARY("what several charts share"),
  /** Two charts as one release. */
  UMBRELLA("several applications as one release");

  private static final String FOLDER = "starter/";

  private final String purpose;

  StarterKind(String purpose) {
    this.purpose = purpose;
  }

  /** What people call it: {@code web}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it is for, in a few words. */
  public String purpose() {
    return purpose;
  }

  /** The kind of a word; empty where there is none. */
  public static Optional<StarterKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  /** The words of all kinds. */
  public static List<String> words() {
    return Arrays.stream(values()).map(StarterKind::word).toList();
  }

  /** The kind that somebody may have meant; empty where none is near. */
  public static Optional<String> nearest(String word) {
    return Suggestion.closest(word, words());
  }

  @Override
  public SortedMap<String, byte[]> files(String chart) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (String line : text("starters.txt").split("\n")) {
      if (line.startsWith(word() + " ")) {
        add(files, chart, line.substring(word().length() + 1));
      }
    }
    return files;
  }

  /** Adds what a line of starters.txt says: {@code FILE}, {@code FILE = FROM} or a chart inside. */
  private void add(SortedMap<String, byte[]> files, String chart, String line) {
    int equals = line.indexOf(" = ");
    String file = equals < 0 ? line : line.substring(0, equals);
    String from = equals < 0 ? word() + "/" + line : line.substring(equals + 3);
    if (file.endsWith("/")) {
      String inner =
          file.substring(file.lastIndexOf('/', file.length() - 2) + 1, file.length() - 1);
      of(from).orElseThrow().files(inner).forEach((name, text) -> files.put(file + name, text));
    } else {
      files.put(file, text(from).replace(PLACEHOLDER, chart).getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String text(String name) {
    try (InputStream in = StarterKind.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("there is no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
