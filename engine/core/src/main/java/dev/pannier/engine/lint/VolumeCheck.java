package dev.pannier.engine.lint;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.TextNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether volumes and their mounts find each other. */
final class VolumeCheck implements Check {

  @Override
  public void look(ReleaseObjects release, Findings findings) {
    for (Workload workload : release.workloads()) {
      Map<String, Location> volumes = names(workload.podSpec().list("volumes"));
      Set<String> known = new HashSet<>(volumes.keySet());
      for (Node item : workload.spec().list("volumeClaimTemplates")) {
        if (item instanceof MapNode claim) {
          claim.map("metadata").text("name").ifPresent(known::add);
        }
      }
      Set<String> used = mounted(workload, known, findings);
      for (Map.Entry<String, Location> volume : volumes.entrySet()) {
        if (!used.contains(volume.getKey())) {
          findings.add(
              Rule.UNUSED_VOLUME,
              volume.getValue(),
              "No container of `%s` mounts the volume `%s`."
                  .formatted(workload.name(), volume.getKey()),
              "Mount it, or take it out.");
        }
      }
    }
  }

  private static Map<String, Location> names(Iterable<Node> volumes) {
    Map<String, Location> names = new LinkedHashMap<>();
    for (Node item : volumes) {
      if (item instanceof MapNode volume && volume.get("name") instanceof TextNode name) {
        names.put(name.text(), Containers.place(volume, "name"));
      }
    }
    return names;
  }

  private static Set<String> mounted(Workload workload, Set<String> known, Findings findings) {
    Set<String> used = new HashSet<>();
    for (MapNode container : workload.allContainers()) {
      List<Node> mounts = new ArrayList<>(container.list("volumeMounts").items());
      mounts.addAll(container.list("volumeDevices").items());
      for (Node item : mounts) {
        if (item instanceof MapNode mount && mount.get("name") instanceof TextNode name) {
          used.add(name.text());
          if (!known.contains(name.text())) {
            unknown(workload, container, mount, known, findings);
          }
        }
      }
    }
    return used;
  }

  private static void unknown(
      Workload workload, MapNode container, MapNode mount, Set<String> known, Findings findings) {
    Location place = Containers.place(mount, "name");
    String name = mount.text("name").orElse("");
    findings.add(
        Rule.UNKNOWN_VOLUME,
        place,
        "`%s` mounts the volume `%s`, which its pod does not have."
            .formatted(Containers.named(workload, container), name),
        known.isEmpty() ? "Add it to `volumes`." : Ports.hint(name, known));
  }
}
