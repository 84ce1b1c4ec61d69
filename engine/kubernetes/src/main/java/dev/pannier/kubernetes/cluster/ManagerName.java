package dev.pannier.kubernetes.cluster;

/**
 * Who holds a field, as a server says it: {@code conflict with "kubectl-scale" with subresource
 * "scale" using apps/v1}.
 *
 * @param subresource empty for the object itself
 */
record ManagerName(String manager, String subresource) {

  static ManagerName read(String message) {
    return new ManagerName(quoted(message, "conflict with "), quoted(message, "with subresource "));
  }

  private static String quoted(String message, String before) {
    int start = message.indexOf(before + '"');
    if (start < 0) {
      return "";
    }
    int open = start + before.length() + 1;
    int end = message.indexOf('"', open);
    return end < 0 ? "" : message.substring(open, end);
  }
}
