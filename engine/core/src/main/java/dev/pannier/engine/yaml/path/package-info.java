/** Kubernetes' JSONPath: templates that pick values out of a tree. */
@NullMarked
package dev.pannier.engine.yaml.path;

import org.jspecify.annotations.NullMarked;
