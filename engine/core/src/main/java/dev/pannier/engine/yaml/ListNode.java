package dev.pannier.engine.yaml;

import dev.pannier.engine.problem.Location;
import java.util.Iterator;
import java.util.List;

/**
 * A list.
 *
 * @param items its items, in order
 * @param origin where it was written
 */
public record ListNode(List<Node> items, Location origin) implements Node, Iterable<Node> {

  public static final ListNode EMPTY = new ListNode(List.of(), Location.unknown());

  public ListNode {
    items = List.copyOf(items);
  }

  /** A computed list. */
  public static ListNode of(List<Node> items) {
    return new ListNode(items, Location.unknown());
  }

  public int size() {
    return items.size();
  }

  public boolean isEmpty() {
    return items.isEmpty();
  }

  public Node get(int index) {
    return items.get(index);
  }

  @Override
  public Iterator<Node> iterator() {
    return items.iterator();
  }

  @Override
  public ListNode withOrigin(Location place) {
    return new ListNode(items, place);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ListNode that && items.equals(that.items);
  }

  @Override
  public int hashCode() {
    return items.hashCode();
  }

  @Override
  public String toString() {
    return JsonWriter.write(this);
  }
}
