/**
 * A cluster in a folder: objects are YAML files, and the built-in controllers' part is played far
 * enough that waiting, failing and rolling back behave. For a first try and for tests of charts.
 */
@NullMarked
package dev.pannier.engine.deploy.sandbox;

import org.jspecify.annotations.NullMarked;
