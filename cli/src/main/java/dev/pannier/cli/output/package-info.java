/** What people and programs read: problems, tables, exit codes, progress. */
@NullMarked
package dev.pannier.cli.output;

import org.jspecify.annotations.NullMarked;
