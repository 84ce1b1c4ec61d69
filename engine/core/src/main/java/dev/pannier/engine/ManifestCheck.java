package dev.pannier.engine;

import dev.pannier.engine.manifest.Hook;
import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.manifest.kind.KindSchemas;
import dev.pannier.engine.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** Checks rendered resources by the schemas of their kinds, before any cluster sees them. */
final class ManifestCheck {
  private ManifestCheck() {}

  /** What is wrong, at the places in the templates that wrote it. */
  static List<Problem> of(RenderRequest request, RenderResult result) {
    KindSchemas schemas = KindSchemas.at(request.kubeVersion());
    List<Problem> problems = new ArrayList<>();
    KindSchemas.unknownRelease(request.kubeVersion()).ifPresent(problems::add);
    for (Resource resource : result.resources()) {
      problems.addAll(schemas.check(resource.content()));
    }
    for (Hook hook : result.hooks()) {
      problems.addAll(schemas.check(hook.resource().content()));
    }
    return problems;
  }
}
