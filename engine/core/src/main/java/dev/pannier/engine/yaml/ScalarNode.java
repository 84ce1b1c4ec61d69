package dev.pannier.engine.yaml;

/** A node without children. */
public sealed interface ScalarNode extends Node permits TextNode, NumberNode, BoolNode, NullNode {

  /** Its text: a string itself, a number as written, {@code true}, {@code null}. */
  String text();
}
