/** The command line: flags as a model, from which lines are read and help and completions made. */
@NullMarked
package dev.pannier.cli.option;

import org.jspecify.annotations.NullMarked;
