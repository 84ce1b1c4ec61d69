package dev.pannier.cli.output;

import dev.pannier.engine.deploy.Checkup;
import dev.pannier.engine.problem.Severity;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.ReleaseId;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What examining a release came to, its findings aside. */
public record CheckupText(ReleaseId id, Checkup checkup) {

  /** For people. */
  public String text() {
    return "RELEASE: "
        + id.name()
        + "\nNAMESPACE: "
        + id.namespace()
        + "\nNEWEST REVISION: "
        + checkup.latest().map(CheckupText::revision).orElse("none")
        + "\nGOOD REVISION: "
        + checkup.good().map(each -> Integer.toString(each.revision())).orElse("none")
        + "\nHELD BY: "
        + checkup.holder().map(Object::toString).orElse("nobody")
        + "\nOBJECTS: "
        + checkup.objects()
        + "\nHEALTH: "
        + health()
        + "\n";
  }

  private static String revision(Release release) {
    return release.revision() + " (" + release.status().word() + ")";
  }

  private String health() {
    long wrong =
        checkup.findings().stream().filter(each -> each.severity() != Severity.INFO).count();
    if (wrong == 0) {
      return "good";
    }
    return wrong + (wrong == 1 ? " thing is wrong" : " things are wrong");
  }

  /** For programs. */
  public MapNode data() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("name", id.name().value());
    data.put("namespace", id.namespace());
    data.put("healthy", checkup.isHealthy());
    put(data, "revision", checkup.latest().map(Release::revision));
    put(data, "status", checkup.latest().map(each -> each.status().word()));
    put(data, "good_revision", checkup.good().map(Release::revision));
    put(data, "operation", checkup.operation().map(OperationData::of));
    put(data, "held_by", checkup.holder().map(OperationData::of));
    data.put("objects", checkup.objects());
    data.put("findings", ProblemData.of(checkup.findings()));
    return (MapNode) Node.of(data);
  }

  private static void put(Map<String, Object> data, String key, Optional<?> value) {
    value.ifPresent(each -> data.put(key, each));
  }
}
