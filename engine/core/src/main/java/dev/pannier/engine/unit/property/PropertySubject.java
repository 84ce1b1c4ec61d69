package dev.pannier.engine.unit.property;

import dev.pannier.engine.unit.RenderedCase;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.util.Map;

/** The chart that values are drawn for. */
public interface PropertySubject {

  /**
   * The schemas to draw from: that of the chart under an empty name, those of subcharts by name.
   */
  Map<String, Node> schemas();

  /** The defaults that drawn values go over. */
  MapNode defaults();

  /** Whether values over the defaults are as the schemas demand. */
  boolean fits(MapNode values);

  /**
   * Renders the chart with values, without a look at the schema.
   *
   * @throws dev.pannier.engine.problem.ChartException naming all that is wrong
   */
  RenderedCase render(MapNode values);
}
