package dev.pannier.engine.lint;

import java.util.List;

/** The checks of rendered objects, in the order in which they look. */
final class RuleTable {

  private RuleTable() {}

  static List<Check> checks() {
    return List.of(
        new DuplicateCheck(),
        new ImageCheck(),
        new ResourcesCheck(),
        new ProbeCheck(),
        new SecurityCheck(),
        new PlainSecretCheck(),
        new SelectorCheck(),
        new ServiceCheck(),
        new BackendCheck(),
        new ScalingCheck(),
        new DisruptionCheck(),
        new ReferenceCheck(),
        new AccountCheck(),
        new VolumeCheck(),
        new PlacementCheck(),
        new LabelCheck());
  }
}
