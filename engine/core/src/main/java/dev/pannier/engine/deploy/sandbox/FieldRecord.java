package dev.pannier.engine.deploy.sandbox;

import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who set which fields of an object: what each manager applied last, kept beside the object's file.
 *
 * @param digest of the object as last written by the sandbox, so that an edit of the file shows
 * @param managers what each applied; two things where a process may have died between them
 */
record FieldRecord(String digest, Map<String, List<MapNode>> managers) {

  static final FieldRecord NONE = new FieldRecord("", Map.of());

  FieldRecord {
    managers = Collections.unmodifiableMap(new TreeMap<>(managers));
  }

  List<MapNode> of(String manager) {
    return managers.getOrDefault(manager, List.of());
  }

  Map<String, List<MapNode>> others(String manager) {
    Map<String, List<MapNode>> others = new LinkedHashMap<>(managers);
    others.remove(manager);
    return others;
  }

  FieldRecord with(String manager, MapNode applied) {
    Map<String, List<MapNode>> all = new LinkedHashMap<>(managers);
    all.put(manager, List.of(applied));
    return new FieldRecord(digest, all);
  }

  /** What some managers applied as what one of them did. */
  FieldRecord merged(Set<String> from, String into) {
    Map<String, List<MapNode>> all = new LinkedHashMap<>(managers);
    List<MapNode> applied = new ArrayList<>(of(into));
    for (String manager : from) {
      if (!manager.equals(into) && all.containsKey(manager)) {
        applied.addAll(of(manager));
        all.remove(manager);
        all.put(into, List.copyOf(applied));
      }
    }
    return new FieldRecord(digest, all);
  }

  FieldRecord digested(String now) {
    return new FieldRecord(now, managers);
  }

  /** What to say while the object may be as it was, or already as it will be. */
  FieldRecord leadingTo(FieldRecord next) {
    Map<String, List<MapNode>> both = new LinkedHashMap<>(managers);
    next.managers.forEach((manager, applied) -> {
      List<MapNode> all = new ArrayList<>(of(manager));
      applied.stream().filter(each -> !all.contains(each)).forEach(all::add);
      both.put(manager, all);
    });
    return new FieldRecord(next.digest, both);
  }

  MapNode write() {
    Map<String, Node> all = new LinkedHashMap<>();
    managers.forEach((manager, applied) -> all.put(manager, Node.of(applied)));
    return Tree.map("digest", digest, "managers", all);
  }

  static FieldRecord read(MapNode data) {
    Map<String, List<MapNode>> managers = new LinkedHashMap<>();
    data.map("managers")
        .entries()
        .forEach((manager, applied) -> {
          List<MapNode> each = new ArrayList<>();
          if (applied instanceof ListNode list) {
            list.forEach(item -> each.add(item instanceof MapNode map ? map : MapNode.EMPTY));
          }
          managers.put(manager, each);
        });
    return new FieldRecord(data.text("digest").orElse(""), managers);
  }
}
