/** Resources as rendered: their identity, their order, and which of them are hooks. */
@NullMarked
package dev.pannier.engine.manifest;

import org.jspecify.annotations.NullMarked;
