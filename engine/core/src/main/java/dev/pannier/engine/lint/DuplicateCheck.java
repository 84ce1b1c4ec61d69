package dev.pannier.engine.lint;

import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Note;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.ScalarNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What bears a name that something beside it bears already. */
final class DuplicateCheck implements Check {

  @Override
  public void look(ReleaseObjects release, Findings findings) {
    objects(release, findings);
    for (Workload workload : release.workloads()) {
      Names containers = new Names(workload.name(), "container", findings);
      containers.addAll(workload.podSpec().list("initContainers"));
      containers.addAll(workload.podSpec().list("containers"));
      Names volumes = new Names(workload.name(), "volume", findings);
      for (Node claim : workload.spec().list("volumeClaimTemplates")) {
        if (claim instanceof MapNode map) {
          volumes.addAll(List.of(map.map("metadata")));
        }
      }
      volumes.addAll(workload.podSpec().list("volumes"));
      Names ports = new Names(workload.name(), "port", findings);
      workload.lasting().forEach(container -> ports.addAll(container.list("ports")));
    }
  }

  /** The renderer finds what is written twice alike; this finds what names its namespace once. */
  private static void objects(ReleaseObjects release, Findings findings) {
    Map<List<String>, Resource> known = new HashMap<>();
    for (Resource resource : release.all()) {
      Resource earlier =
          known.putIfAbsent(
              List.of(
                  resource.id().group(),
                  resource.id().kind(),
                  release.namespace(resource),
                  resource.id().name()),
              resource);
      if (earlier != null) {
        findings.add(
            Rule.SAME_OBJECT,
            resource.content().origin(),
            "`%s` is written twice: once with a namespace, and once without."
                .formatted(resource.id()),
            new Note("first written here", earlier.content().origin()),
            "Give one of them another name, or take it out.");
      }
    }
  }

  /**
   * Names that several lists share. What one list holds twice the schema of its kind tells already.
   */
  private static final class Names {
    private final String owner;
    private final String what;
    private final Findings findings;
    private final Map<String, Location> known = new HashMap<>();

    Names(String owner, String what, Findings findings) {
      this.owner = owner;
      this.what = what;
      this.findings = findings;
    }

    void addAll(Iterable<? extends Node> list) {
      Map<String, Location> own = new HashMap<>();
      for (Node item : list) {
        if (item instanceof MapNode map && map.get("name") instanceof ScalarNode name) {
          Location place = Containers.place(map, "name");
          Location earlier = known.get(name.text());
          if (earlier != null) {
            tell(name.text(), place, earlier);
          }
          own.putIfAbsent(name.text(), place);
        }
      }
      known.putAll(own);
    }

    private void tell(String name, Location place, Location earlier) {
      findings.add(
          Rule.DUPLICATE_NAME,
          place,
          "`%s` has the %s `%s` twice.".formatted(owner, what, name),
          new Note("first written here", earlier),
          "Give one of them another name, or take it out.");
    }
  }
}
