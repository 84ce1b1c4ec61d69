package dev.pannier.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.manifest.InstallOrder;
import dev.pannier.engine.manifest.ResourceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WavesTest {
  private static final List<String> KINDS =
      List.of(
          "Namespace",
          "Secret",
          "ConfigMap",
          "Service",
          "Deployment",
          "StatefulSet",
          "Job",
          "Backup",
          "Issuer",
          "ValidatingWebhookConfiguration");

  private static ResourceId id(String kind, String name) {
    return new ResourceId("v1", kind, "default", name);
  }

  @Test
  void kinds_follow_one_another_and_a_wave_keeps_the_order_given() {
    List<ResourceId> ids =
        List.of(id("Deployment", "b"), id("Deployment", "a"), id("Secret", "s"), id("Backup", "x"));

    assertThat(Waves.of(ids, Map.of()))
        .containsExactly(
            List.of(id("Secret", "s")),
            List.of(id("Deployment", "b"), id("Deployment", "a")),
            List.of(id("Backup", "x")));
  }

  @Test
  void webhooks_come_last_of_all() {
    List<ResourceId> ids = List.of(id("ValidatingWebhookConfiguration", "w"), id("Backup", "x"));

    assertThat(Waves.of(ids, Map.of()).getLast())
        .containsExactly(id("ValidatingWebhookConfiguration", "w"));
  }

  @Test
  void what_waits_for_a_later_kind_comes_right_after_it_and_moves_nothing_else() {
    ResourceId web = id("Deployment", "web");
    ResourceId other = id("Deployment", "other");
    ResourceId migrate = id("Job", "migrate");
    ResourceId ingress = id("Ingress", "web");

    assertThat(Waves.of(List.of(web, other, migrate, ingress), Map.of(web, Set.of(migrate))))
        .containsExactly(List.of(other), List.of(migrate), List.of(web), List.of(ingress));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void in_any_graph_each_comes_after_what_it_needs_and_else_by_its_kind(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    List<ResourceId> ids = new ArrayList<>();
    int count = 2 + random.nextInt(60);
    for (int i = 0; i < count; i++) {
      ids.add(id(KINDS.get(random.nextInt(KINDS.size())), "n" + i));
    }
    Map<ResourceId, Set<ResourceId>> needs = new HashMap<>();
    for (int i = 0; i < random.nextInt(2 * count); i++) {
      int one = random.nextInt(count);
      int other = random.nextInt(count);
      if (one != other) {
        // from later to earlier only: no circles
        needs
            .computeIfAbsent(ids.get(Math.max(one, other)), _ -> new LinkedHashSet<>())
            .add(ids.get(Math.min(one, other)));
      }
    }

    List<List<ResourceId>> waves = Waves.of(ids, needs);

    Map<ResourceId, Integer> at = new HashMap<>();
    for (int i = 0; i < waves.size(); i++) {
      for (ResourceId id : waves.get(i)) {
        assertThat(at.put(id, i)).isNull();
      }
    }
    assertThat(at.keySet()).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(ids);
    needs.forEach((id, all) ->
        all.forEach(need -> assertThat(at.get(need)).as("seed %d", seed).isLessThan(at.get(id))));
    for (ResourceId id : ids) {
      for (ResourceId other : ids) {
        if (needs.getOrDefault(id, Set.of()).isEmpty()
            && needs.getOrDefault(other, Set.of()).isEmpty()
            && !id.kind().startsWith("Validating")
            && !other.kind().startsWith("Validating")
            && InstallOrder.compareKinds(id.kind(), other.kind()) < 0) {
          assertThat(at.get(id)).as("seed %d", seed).isLessThan(at.get(other));
        }
      }
    }
  }
}
