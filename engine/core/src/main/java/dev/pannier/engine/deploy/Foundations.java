package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.release.RevisionDraft;
import dev.pannier.engine.yaml.MapNode;
import java.util.List;

/** What a plan may count on although it is not there yet: it comes with the release itself. */
final class Foundations {

  private final Site site;
  private final RevisionDraft draft;
  private final List<Wanted> wanted;

  Foundations(Site site, RevisionDraft draft, List<Wanted> wanted) {
    this.site = site;
    this.draft = draft;
    this.wanted = wanted;
  }

  /** Whether all that a resource is refused for will be there when its turn comes. */
  boolean mend(List<ApplyResult.Refusal> refusals, Wanted refused) {
    return refusals.stream()
        .allMatch(each ->
            switch (each.cause()) {
              case NO_NAMESPACE -> namespaceComes(refused.id().namespace());
              case NAMESPACE_GOING ->
                  site.options().createNamespace()
                      && refused.id().namespace().equals(site.release().namespace());
              case NO_KIND -> kindComes(refused);
              case NOT_YET -> true;
              case INVALID, IMMUTABLE, FORBIDDEN -> false;
            });
  }

  private boolean namespaceComes(String name) {
    if (site.options().createNamespace() && name.equals(site.release().namespace())) {
      return true;
    }
    return wanted.stream()
        .anyMatch(each -> each.id().kind().equals("Namespace") && each.id().name().equals(name));
  }

  private boolean kindComes(Wanted refused) {
    return draft.crds().stream().map(Resource::content).anyMatch(each -> defines(each, refused))
        || wanted.stream().map(Wanted::object).anyMatch(each -> defines(each, refused));
  }

  private static boolean defines(MapNode object, Wanted refused) {
    MapNode spec = object.map("spec");
    return object.text("kind").filter("CustomResourceDefinition"::equals).isPresent()
        && spec.text("group").filter(refused.id().group()::equals).isPresent()
        && spec.map("names").text("kind").filter(refused.id().kind()::equals).isPresent();
  }
}
