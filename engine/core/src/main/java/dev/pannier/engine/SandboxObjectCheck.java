package dev.pannier.engine;

import dev.pannier.engine.deploy.ApplyResult;
import dev.pannier.engine.deploy.sandbox.ObjectCheck;
import dev.pannier.engine.manifest.kind.KindSchemas;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Severity;
import dev.pannier.engine.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;

/** Refuses what the schemas of the built-in kinds do not allow, as an API server would. */
final class SandboxObjectCheck implements ObjectCheck {
  private final KindSchemas schemas;

  SandboxObjectCheck(KindSchemas schemas) {
    this.schemas = schemas;
  }

  @Override
  public List<ApplyResult.Refusal> check(MapNode object) {
    List<ApplyResult.Refusal> refusals = new ArrayList<>();
    for (Problem problem : schemas.check(object)) {
      if (problem.severity() == Severity.ERROR) {
        refusals.add(new ApplyResult.Refusal(ApplyResult.Cause.INVALID, "", problem.message()));
      }
    }
    return refusals;
  }
}
