/**
 * Records of releases in the tables that Helm has in PostgreSQL, and beside them two tables of our
 * own: who holds a release, and the journals.
 */
@NullMarked
package dev.pannier.sql;

import org.jspecify.annotations.NullMarked;
