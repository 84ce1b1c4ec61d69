/** The command line: flags as a model, read by picocli, shown as help and as completions. */
@NullMarked
package dev.pannier.cli.option;

import org.jspecify.annotations.NullMarked;
