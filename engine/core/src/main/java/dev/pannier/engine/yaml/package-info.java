/**
 * Trees of data, read with positions and written stably. The only user of the YAML library; YAML is
 * read as Kubernetes reads it (1.1 booleans and octals, no timestamps, duplicate keys refused).
 */
@NullMarked
package dev.pannier.engine.yaml;

import org.jspecify.annotations.NullMarked;
