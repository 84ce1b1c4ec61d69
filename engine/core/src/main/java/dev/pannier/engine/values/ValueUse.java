package dev.pannier.engine.values;

import dev.pannier.engine.problem.Location;
import java.util.List;

/**
 * A place where a template asks for a value.
 *
 * @param path from the root of all values down; {@value #ANY} stands for any key or index
 * @param whole whether all that lies below is used too
 * @param optional whether the template copes where the value is absent
 * @param place of the tag
 */
public record ValueUse(List<String> path, boolean whole, boolean optional, Location place) {

  /** Any key of a map, any item of a list. */
  public static final String ANY = "*";

  public ValueUse {
    path = List.copyOf(path);
  }
}
