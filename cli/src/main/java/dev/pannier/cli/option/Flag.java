package dev.pannier.cli.option;

import java.util.ArrayList;
import java.util.List;

/**
 * A flag.
 *
 * @param names as typed, the long one last
 * @param aliases further names, which are understood and not shown
 * @param placeholder what its value is called in help; empty where it takes none
 * @param bare the value it has when none is given with it; empty where one must be given
 * @param repeated whether each of several counts; otherwise the last one does
 * @param hidden whether it is accepted without being shown: for what other tools' users type
 * @param description one line or more, a phrase
 */
public record Flag(
    List<String> names,
    List<String> aliases,
    String placeholder,
    String bare,
    boolean repeated,
    boolean hidden,
    String description) {

  /** What a switch says when it is on. */
  static final String ON = "true";

  /**
   * A flag as help shows it: {@code "-n, --namespace NAMESPACE"}, {@code "--atomic"}, {@code
   * "--wait[=HOW]"}.
   *
   * @param description a phrase that begins in lower case, without a final dot
   */
  public static Flag of(String syntax, String description) {
    int value = syntax.indexOf("[=");
    if (value >= 0) {
      String placeholder = syntax.substring(value + 2, syntax.length() - 1);
      return new Flag(
          split(syntax.substring(0, value)), List.of(), placeholder, ON, false, false, description);
    }
    int last = syntax.lastIndexOf(' ');
    if (last >= 0 && syntax.charAt(last + 1) != '-') {
      String placeholder = syntax.substring(last + 1);
      return new Flag(
          split(syntax.substring(0, last)), List.of(), placeholder, "", false, false, description);
    }
    return new Flag(split(syntax), List.of(), "", ON, false, false, description);
  }

  private static List<String> split(String names) {
    int comma = names.indexOf(", ");
    if (comma < 0) {
      return List.of(names);
    }
    int second = names.indexOf(", ", comma + 2);
    return second < 0
        ? List.of(names.substring(0, comma), names.substring(comma + 2))
        : List.of(
            names.substring(0, comma),
            names.substring(comma + 2, second),
            names.substring(second + 2));
  }

  /** This flag, under further names. */
  public Flag also(String... more) {
    return new Flag(names, List.of(more), placeholder, bare, repeated, hidden, description);
  }

  /** Every name that is understood. */
  public List<String> allNames() {
    List<String> all = new ArrayList<>(names);
    all.addAll(aliases);
    return all;
  }

  /** This flag, each of several counting. */
  public Flag each() {
    return new Flag(names, aliases, placeholder, bare, true, hidden, description);
  }

  /** This flag, meaning a value when none is given with it. */
  public Flag meaning(String value) {
    return new Flag(names, aliases, placeholder, value, repeated, hidden, description);
  }

  /** This flag, accepted without being shown. */
  public Flag unseen() {
    return new Flag(names, aliases, placeholder, bare, repeated, true, description);
  }

  /** Whether it is either on or off. */
  public boolean isSwitch() {
    return placeholder.isEmpty();
  }

  /** Whether its value, if any, must be attached: {@code --wait=legacy}. */
  public boolean takesNoWord() {
    return !bare.isEmpty();
  }

  /** The name that messages call it by. */
  public String name() {
    return names.getLast();
  }

  /** As help shows it. */
  public String syntax() {
    String joined = String.join(", ", names);
    if (isSwitch()) {
      return joined;
    }
    return takesNoWord() ? joined + "[=" + placeholder + "]" : joined + " " + placeholder;
  }
}
