package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.InstallOrder;
import dev.pannier.engine.manifest.ResourceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Sorts resources into waves, whose members may be applied at once. The kinds follow one another as
 * Helm installs them; what a resource needs comes in an earlier wave whatever its kind. A resource
 * that waits for one of a later kind comes right after it, and moves nothing else.
 */
final class Waves {
  /**
   * Where a resource stands: with which kind, and how many steps after the first of it.
   *
   * @param kind its own, or that of what it waits for
   */
  private record Place(String kind, int step) {}

  /** Webhooks come last of all: they would judge what is applied before their servers are up. */
  private static final Comparator<String> KINDS =
      Comparator.<String, Boolean>comparing(Waves::isWebhook)
          .thenComparing(InstallOrder::compareKinds);

  private static final Comparator<Place> PLACES =
      Comparator.comparing(Place::kind, KINDS).thenComparingInt(Place::step);

  private final Map<ResourceId, Set<ResourceId>> needs;
  private final Map<ResourceId, Place> places = new HashMap<>();

  private Waves(Map<ResourceId, Set<ResourceId>> needs) {
    this.needs = needs;
  }

  /**
   * The waves, first to last; a wave keeps the order of the ids.
   *
   * @param needs what must come before an id, without cycles; what is not among the ids counts not
   */
  static List<List<ResourceId>> of(
      Collection<ResourceId> ids, Map<ResourceId, Set<ResourceId>> needs) {
    Map<ResourceId, Set<ResourceId>> inside = new LinkedHashMap<>();
    for (ResourceId id : ids) {
      List<ResourceId> of = new ArrayList<>(needs.getOrDefault(id, Set.of()));
      of.removeIf(each -> !ids.contains(each));
      inside.put(id, Set.copyOf(of));
    }
    Waves waves = new Waves(inside);
    TreeMap<Place, List<ResourceId>> sorted = new TreeMap<>(PLACES);
    inside
        .keySet()
        .forEach(id -> sorted.computeIfAbsent(waves.place(id), _ -> new ArrayList<>()).add(id));
    return List.copyOf(sorted.values());
  }

  private Place place(ResourceId id) {
    Place known = places.get(id);
    if (known != null) {
      return known;
    }
    Place place = new Place(id.kind(), 0);
    for (ResourceId need : needs.getOrDefault(id, Set.of())) {
      Place before = place(need);
      Place after = new Place(before.kind(), before.step() + 1);
      if (PLACES.compare(after, place) > 0) {
        place = after;
      }
    }
    places.put(id, place);
    return place;
  }

  private static boolean isWebhook(String kind) {
    return kind.endsWith("WebhookConfiguration");
  }
}
