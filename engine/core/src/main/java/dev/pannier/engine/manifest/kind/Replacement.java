package dev.pannier.engine.manifest.kind;

import java.util.ArrayList;
import java.util.List;

/** Finds the API version in which a kind is to be written. */
final class Replacement {

  private final Catalog catalog;

  Replacement(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * The API version of a kind in this release: of a group where it can be, and there the most
   * stable one; empty where it is in none.
   *
   * @param like an API version of that group
   */
  String best(String kind, String like) {
    List<String> versions = new ArrayList<>();
    List<String> same = new ArrayList<>();
    for (KindEntry entry : catalog.kinds()) {
      if (entry.kind().equals(kind)) {
        versions.add(entry.apiVersion());
        if (ApiVersion.group(entry.apiVersion()).equals(ApiVersion.group(like))) {
          same.add(entry.apiVersion());
        }
      }
    }
    return (same.isEmpty() ? versions : same).stream().max(ApiVersion.BY_STABILITY).orElse("");
  }

  /** The API version that a later one replaces, else the best one; empty where there is none. */
  String before(KindEntry later) {
    for (KindEntry entry : catalog.kinds()) {
      if (entry.kind().equals(later.kind()) && entry.use().equals(later.apiVersion())) {
        return entry.apiVersion();
      }
    }
    return best(later.kind(), later.apiVersion());
  }

  /** What to write instead of a kind that is going or gone; empty where nothing replaces it. */
  String advice(KindEntry old) {
    String named = old.use();
    int kind = named.lastIndexOf('/');
    boolean other = kind != named.indexOf('/');
    String found =
        other
            ? best(named.substring(kind + 1), named)
            : best(old.kind(), named.isEmpty() ? old.apiVersion() : named);
    if (!found.isEmpty() && !found.equals(old.apiVersion())) {
      return "Use `" + (other ? named.substring(kind + 1) + "` of `" + found : found) + "`.";
    }
    return named.isEmpty() || found.equals(named) ? "" : later(named, old.kind());
  }

  private String later(String apiVersion, String kind) {
    for (KindEntry entry : catalog.others()) {
      if (entry.apiVersion().equals(apiVersion)
          && entry.kind().equals(kind)
          && entry.span().isAfter(catalog.version())) {
        return "`%s` replaces it, from Kubernetes %s on."
            .formatted(apiVersion, entry.span().first());
      }
    }
    return "";
  }
}
