package dev.pannier.engine.template.helper;

/**
 * How a helper is called, read from the line that its documentation shows.
 *
 * @param text the line: {@code join separator list}
 * @param least how many positional arguments it needs
 * @param most how many it takes
 * @param named whether it takes named ones
 */
record Signature(String text, int least, int most, boolean named) {

  static Signature of(String name, String parameters) {
    int least = 0;
    int most = 0;
    boolean named = false;
    boolean many = false;
    for (String parameter : parameters.isEmpty() ? new String[0] : parameters.split(" ")) {
      if (parameter.indexOf('=') >= 0) {
        named = true;
        continue;
      }
      most++;
      many |= parameter.indexOf('…') >= 0;
      least += parameter.indexOf('[') >= 0 ? 0 : 1;
    }
    return new Signature(
        parameters.isEmpty() ? name : name + " " + parameters,
        least,
        many ? Integer.MAX_VALUE : most,
        named);
  }

  /** The arguments, where they fit; else a HelperException that says how to call it. */
  Arguments check(Arguments arguments) {
    int size = arguments.size();
    if (size < least || size > most) {
      throw new HelperException(
          "The helper `%s` takes %s, but has %d.".formatted(arguments.helper(), range(), size),
          callIt());
    }
    if (!named && !arguments.named().isEmpty()) {
      throw new HelperException(
          "The helper `%s` takes no named arguments, but has `%s=`."
              .formatted(arguments.helper(), arguments.named().keySet().iterator().next()),
          callIt());
    }
    return arguments;
  }

  private String callIt() {
    return "Call it as `" + text + "`.";
  }

  private String range() {
    if (most == 0) {
      return "no arguments";
    }
    if (least == most) {
      return least + (least == 1 ? " argument" : " arguments");
    }
    String plural = least == 1 ? " argument" : " arguments";
    return most == Integer.MAX_VALUE
        ? "at least " + least + plural
        : least + " to " + most + " arguments";
  }
}
