package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.release.HelmRecord;
import dev.pannier.engine.release.ManifestText;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.Verb;
import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.JsonReader;
import dev.pannier.engine.yaml.JsonStyle;
import dev.pannier.engine.yaml.JsonWriter;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Plans as files: JSON, with the release in Helm's record format. */
public final class SavedPlanFile {

  private static final String API_VERSION = "pannier.dev/v1";
  private static final String KIND = "Plan";

  private SavedPlanFile() {}

  /** A plan as the text of a file. */
  public static String write(SavedPlan plan) {
    SavedPlan.Terms terms = plan.terms();
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("createNamespace", terms.createNamespace());
    options.put("takeOwnership", terms.takeOwnership());
    options.put("forceConflicts", terms.forceConflicts());
    options.put("noHooks", terms.noHooks());
    options.put("recreate", new TreeSet<>(terms.recreate()));
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("apiVersion", API_VERSION);
    file.put("kind", KIND);
    file.put("verb", plan.verb().word());
    file.put("options", options);
    file.put("steps", plan.steps().stream().map(SavedPlanFile::step).toList());
    file.put("crds", ManifestText.write(plan.crds()));
    file.put("labels", plan.release().labels());
    file.put("release", HelmRecord.write(plan.release()));
    return JsonWriter.write(Node.of(file), JsonStyle.PRETTY) + "\n";
  }

  private static Node step(SavedPlan.Step step) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("object", step.object());
    data.put("name", step.name());
    data.put("action", step.action());
    data.put("fields", step.fields());
    data.put("digest", step.digest());
    return Node.of(data);
  }

  /**
   * A plan out of a file.
   *
   * @throws ChartException when it is none
   */
  public static SavedPlan read(Source file) {
    if (!(parsed(file) instanceof MapNode data)
        || !data.text("apiVersion").orElse("").equals(API_VERSION)
        || !data.text("kind").orElse("").equals(KIND)
        || !(data.get("release") instanceof MapNode record)) {
      throw notAPlan(file).exception();
    }
    MapNode options = data.map("options");
    SavedPlan.Terms terms =
        new SavedPlan.Terms(
            isOn(options, "createNamespace"),
            isOn(options, "takeOwnership"),
            isOn(options, "forceConflicts"),
            isOn(options, "noHooks"),
            new TreeSet<>(texts(options, "recreate")));
    List<SavedPlan.Step> steps = new ArrayList<>();
    for (Node each : data.list("steps")) {
      if (each instanceof MapNode step) {
        steps.add(step(step));
      }
    }
    Map<String, String> labels = new TreeMap<>();
    data.map("labels").keys().forEach(key -> labels.put(key, text(data.map("labels"), key)));
    Release release = HelmRecord.read(record, labels, "");
    List<Resource> crds = ManifestText.read(new Source(file.name(), text(data, "crds")));
    return new SavedPlan(verb(data), release, crds, terms, steps);
  }

  private static Node parsed(Source file) {
    try {
      return JsonReader.read(file);
    } catch (ChartException e) {
      throw notAPlan(file).exception(e);
    }
  }

  private static Problem notAPlan(Source file) {
    return Problem.error("deploy.no-plan", "`" + file.name() + "` is no plan.")
        .hint("`pannier plan RELEASE CHART --save FILE` makes one.");
  }

  private static Verb verb(MapNode data) {
    return text(data, "verb").equals(Verb.INSTALL.word()) ? Verb.INSTALL : Verb.UPGRADE;
  }

  private static SavedPlan.Step step(MapNode data) {
    return new SavedPlan.Step(
        text(data, "object"),
        text(data, "name"),
        text(data, "action"),
        texts(data, "fields"),
        text(data, "digest"));
  }

  private static boolean isOn(MapNode map, String key) {
    return map.get(key) instanceof BoolNode said && said.value();
  }

  private static String text(MapNode map, String key) {
    return map.get(key) instanceof ScalarNode scalar ? scalar.text() : "";
  }

  private static List<String> texts(MapNode map, String key) {
    List<String> texts = new ArrayList<>();
    for (Node each : map.list(key)) {
      if (each instanceof ScalarNode scalar) {
        texts.add(scalar.text());
      }
    }
    return texts;
  }
}
