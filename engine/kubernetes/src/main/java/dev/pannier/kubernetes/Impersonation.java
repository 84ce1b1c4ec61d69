package dev.pannier.kubernetes;

import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * As whom to act, where it is not who one is.
 *
 * @param user empty for who one is
 */
record Impersonation(
    String user, String uid, List<String> groups, Map<String, List<String>> extra) {

  /** What a user of a kubeconfig says. */
  static Impersonation of(MapNode user) {
    Map<String, List<String>> extra = new LinkedHashMap<>();
    user.map("as-user-extra")
        .entries()
        .forEach((key, values) -> {
          if (values instanceof ListNode list) {
            extra.put(key, texts(list));
          }
        });
    return new Impersonation(
        user.text("as").orElse(""),
        user.text("as-uid").orElse(""),
        texts(user.list("as-groups")),
        extra);
  }

  private static List<String> texts(ListNode list) {
    List<String> texts = new ArrayList<>();
    for (Node each : list) {
      if (each instanceof ScalarNode scalar) {
        texts.add(scalar.text());
      }
    }
    return texts;
  }
}
