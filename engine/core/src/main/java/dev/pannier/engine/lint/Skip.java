package dev.pannier.engine.lint;

import dev.pannier.engine.problem.Location;

/**
 * A rule that somebody switched off at a place.
 *
 * @param code as written
 * @param place where it is written
 * @param reach how far it counts
 */
record Skip(String code, Location place, Reach reach) {

  /** How far a skip counts. */
  enum Reach {
    /** What is found on its line and on the next one that is no comment. */
    LINE,
    FILE,
    CHART
  }

  /** Whether it switches a rule off at a place. */
  boolean covers(Rule rule, Location found, int lastLine) {
    boolean file = found.source().name().equals(place.source().name());
    return Rule.find(code).filter(named -> named == rule).isPresent()
        && switch (reach) {
          case CHART -> true;
          case FILE -> file;
          case LINE -> file && found.line() >= place.line() && found.line() <= lastLine;
        };
  }
}
