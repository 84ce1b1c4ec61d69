/** Records of releases in the tables that Helm has in PostgreSQL. */
@NullMarked
package dev.pannier.sql;

import org.jspecify.annotations.NullMarked;
