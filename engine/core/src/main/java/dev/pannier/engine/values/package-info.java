/** Values: merged by rule, checked by schema, each leaf aware of which file or flag set it. */
@NullMarked
package dev.pannier.engine.values;

import org.jspecify.annotations.NullMarked;
