package dev.pannier.engine;

import dev.pannier.engine.deploy.Cluster;
import dev.pannier.engine.manifest.Hook;
import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.manifest.kind.CustomKinds;
import dev.pannier.engine.manifest.kind.KindSchemas;
import dev.pannier.engine.manifest.kind.SchemaLocations;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.yaml.MapNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Checks rendered resources by the schemas of their kinds, before any cluster sees them: those of
 * the Kubernetes that they are for, of the custom resource definitions in the chart, its subcharts
 * and among the resources, and of schema locations.
 */
final class ManifestCheck {
  private final List<MapNode> objects = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final KindSchemas schemas;

  private ManifestCheck(RenderRequest request, RenderResult result) {
    for (Resource definition : CrdFiles.read(result.chart())) {
      objects.add(definition.content());
    }
    for (Resource resource : result.resources()) {
      objects.add(resource.content());
    }
    for (Hook hook : result.hooks()) {
      objects.add(hook.resource().content());
    }
    CustomKinds custom = CustomKinds.of(objects, SchemaLocations.of(request.schemaLocations()));
    this.schemas = KindSchemas.at(request.kubeVersion()).with(custom);
    KindSchemas.unknownRelease(request.kubeVersion()).ifPresent(problems::add);
  }

  /**
   * What is wrong, at the places in the templates that wrote it.
   *
   * @throws dev.pannier.engine.problem.ChartException when a schema location cannot be read
   */
  static List<Problem> of(RenderRequest request, RenderResult result) {
    ManifestCheck check = new ManifestCheck(request, result);
    for (MapNode object : check.objects) {
      if (!isServedAnyway(object, check.schemas, request)) {
        check.problems.addAll(check.schemas.check(object));
      }
    }
    return check.problems;
  }

  /**
   * Whether a cluster serves a kind of a built-in group that its release does not have by itself:
   * what is switched on there, or served by somebody else. The cluster knows best.
   */
  private static boolean isServedAnyway(
      MapNode object, KindSchemas schemas, RenderRequest request) {
    String apiVersion = object.text("apiVersion").orElse("");
    String kind = object.text("kind").orElse("");
    return schemas.lacks(object)
        && request
            .cluster()
            .filter(cluster -> cluster.scope(apiVersion, kind) != Cluster.Scope.UNKNOWN)
            .isPresent();
  }

  /** The same, and what was not checked, for nobody knows its schema: each kind once. */
  static List<Problem> whole(RenderRequest request, RenderResult result) {
    ManifestCheck check = new ManifestCheck(request, result);
    Set<String> told = new HashSet<>();
    for (MapNode object : check.objects) {
      check.problems.addAll(check.schemas.check(object));
      if (!check.schemas.knows(object) && told.add(kind(object))) {
        check.problems.add(unchecked(object));
      }
    }
    return check.problems;
  }

  private static String kind(MapNode object) {
    return "`%s` of `%s`"
        .formatted(object.text("kind").orElse(""), object.text("apiVersion").orElse(""));
  }

  private static Problem unchecked(MapNode object) {
    return Problem.info(
            "manifest.unchecked-kind",
            "No schema of " + kind(object) + " is known, so it was not checked.")
        .at(object.keyOrigin("kind"))
        .hint("`--schema-location` names a folder or URL with its schema or definition.");
  }
}
