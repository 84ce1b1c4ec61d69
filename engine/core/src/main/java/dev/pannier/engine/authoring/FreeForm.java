package dev.pannier.engine.authoring;

import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.ScalarNode;
import java.util.Set;

/**
 * Maps whose keys are data and not names of settings: environment variables, files by their names,
 * labels by their domains.
 */
final class FreeForm {

  private FreeForm() {}

  /** Whether all keys of a map are names of environment variables, with plain values. */
  static boolean isVariables(Place place) {
    return place.value() instanceof MapNode own
        && !own.isEmpty()
        && own.keys().stream().allMatch(FreeForm::isVariable)
        && place.all(node -> node instanceof MapNode map && isFlat(map));
  }

  private static boolean isVariable(String key) {
    return key.length() > 1
        && key.chars().allMatch(c -> c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_')
        && key.chars().anyMatch(c -> c >= 'A' && c <= 'Z');
  }

  private static boolean isFlat(MapNode map) {
    for (Node value : map.entries().values()) {
      if (!(value instanceof ScalarNode)) {
        return false;
      }
    }
    return true;
  }

  /** Whether most keys could be no name in a template: {@code nginx.conf}, {@code a.io/b}. */
  static boolean isData(Place place) {
    Set<String> keys = place.keys();
    long odd = keys.stream().filter(FreeForm::isOdd).count();
    return odd * 2 > keys.size() || place.name().contains(".") && !place.path().isRoot();
  }

  private static boolean isOdd(String key) {
    return key.isEmpty() || key.chars().anyMatch(c -> "./: *$%+,".indexOf(c) >= 0);
  }
}
