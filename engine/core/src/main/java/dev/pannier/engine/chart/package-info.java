/** Charts: their metadata, files and subcharts; read from folders and archives, packed again. */
@NullMarked
package dev.pannier.engine.chart;

import org.jspecify.annotations.NullMarked;
