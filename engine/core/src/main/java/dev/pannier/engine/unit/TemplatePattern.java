package dev.pannier.engine.unit;

import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.problem.Location;

/**
 * Which templates are meant: {@code templates/service.yaml}, {@code service.yaml} or {@code
 * templates/ingress*}; the ending {@code .hbs} and the folder templates/ may be left out.
 *
 * @param place where it is written
 */
record TemplatePattern(String text, Location place) {
  private static final String ENDING = ".hbs";
  private static final String FOLDER = "templates/";

  boolean matches(Resource resource) {
    String path = path(resource);
    String plain = path.substring(path.lastIndexOf(FOLDER) + FOLDER.length());
    NamePattern pattern = new NamePattern(text);
    return pattern.matches(path)
        || pattern.matches(withoutEnding(path))
        || pattern.matches(plain)
        || pattern.matches(withoutEnding(plain));
  }

  /** A template's path in its chart: {@code templates/service.yaml.hbs}. */
  static String path(Resource resource) {
    return resource.source().substring(resource.source().indexOf('/') + 1);
  }

  static String withoutEnding(String path) {
    return path.endsWith(ENDING) ? path.substring(0, path.length() - ENDING.length()) : path;
  }
}
