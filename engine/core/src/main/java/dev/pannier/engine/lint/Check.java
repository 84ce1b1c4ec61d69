package dev.pannier.engine.lint;

/** One or more rules about the objects of a release. */
@FunctionalInterface
interface Check {

  /** Looks at a release and tells what is wrong with it. */
  void look(ReleaseObjects release, Findings findings);
}
