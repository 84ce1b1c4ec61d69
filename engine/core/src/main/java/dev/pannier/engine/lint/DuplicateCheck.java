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
      workload.allContainers().forEach(container -> containers.add(container, "name"));
      Names volumes = new Names(workload.name(), "volume", findings);
      workload.podSpec().list("volumes").forEach(volume -> volumes.add(volume, "name"));
      Names ports = new Names(workload.name(), "port", findings);
      for (MapNode container : workload.lasting()) {
        container.list("ports").forEach(port -> ports.add(port, "name"));
      }
      for (MapNode container : workload.allContainers()) {
        String owner = Containers.named(workload, container);
        Names variables = new Names(owner, "variable", findings);
        container.list("env").forEach(variable -> variables.add(variable, "name"));
        Names mounts = new Names(owner, "mount", findings);
        container.list("volumeMounts").forEach(mount -> mounts.add(mount, "mountPath"));
      }
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

    void add(Node item, String key) {
      if (!(item instanceof MapNode map) || !(map.get(key) instanceof ScalarNode name)) {
        return;
      }
      Location earlier = known.putIfAbsent(name.text(), Containers.place(map, key));
      if (earlier != null) {
        findings.add(
            Rule.DUPLICATE_NAME,
            Containers.place(map, key),
            "`%s` has the %s `%s` twice.".formatted(owner, what, name.text()),
            new Note("first written here", earlier),
            "Give one of them another name, or take it out.");
      }
    }
  }
}
