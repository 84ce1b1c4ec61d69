/** The commands, one class each; the class of a command is loaded when it is invoked. */
@NullMarked
package dev.pannier.cli.command;

import org.jspecify.annotations.NullMarked;
