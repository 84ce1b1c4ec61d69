package dev.pannier.engine.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.YamlWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever values a chart has, its schema takes them, and those of its other values files. */
class InferencePropertyTest {

  /** Names that mean something, and some that do not. */
  private static final List<String> KEYS =
      List.of(
          "a",
          "b.c",
          "x/y",
          "port",
          "ports",
          "replicas",
          "image",
          "pullPolicy",
          "tag",
          "resources",
          "limits",
          "cpu",
          "memory",
          "size",
          "labels",
          "annotations",
          "nodeSelector",
          "tolerations",
          "env",
          "LOG",
          "type",
          "service",
          "maxUnavailable",
          "timeoutSeconds",
          "livenessProbe",
          "securityContext",
          "pullSecrets",
          "extraVolumes",
          "global",
          "accessModes",
          "behavior");

  private static final List<Object> SCALARS =
      List.of(
          "",
          "text",
          "80",
          "50%",
          "8Gi",
          "IfNotPresent",
          "ClusterIP",
          "true",
          "a\nb",
          0,
          1,
          80,
          70000,
          -1,
          0.5,
          1e30,
          true,
          false);

  @TempDir private Path directory;

  @Test
  void the_schema_takes_the_values_that_it_is_inferred_from() {
    long seed = System.nanoTime();
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    AuthoringFolder folder = AuthoringFolder.in(directory);
    for (int i = 0; i < 60; i++) {
      String values = yaml(map(random, 4));
      String other = yaml(map(random, 4));
      folder.file("values.yaml", values).file("values-other.yaml", other);
      SchemaProposal.of(folder.chart(), true)
          .ifPresent(proposal ->
              assertThat(proposal.notes())
                  .as("seed %d%n%s---%n%s%s", seed, values, other, proposal.file().after())
                  .noneMatch(note -> note.code().startsWith("values.")));
    }
  }

  private static String yaml(Object value) {
    return YamlWriter.write(Node.of(value));
  }

  private static Map<String, Object> map(RandomGenerator random, int depth) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      map.put(KEYS.get(random.nextInt(KEYS.size())), value(random, depth - 1));
    }
    return map;
  }

  private static @Nullable Object value(RandomGenerator random, int depth) {
    return switch (random.nextInt(depth > 0 ? 10 : 5)) {
      case 0 -> null;
      case 1, 2, 3, 4 -> SCALARS.get(random.nextInt(SCALARS.size()));
      case 5, 6 -> {
        List<@Nullable Object> list = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
          list.add(value(random, depth - 1));
        }
        yield list;
      }
      default -> map(random, depth);
    };
  }
}
