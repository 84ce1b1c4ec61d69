package dev.pannier.engine.release;

import dev.pannier.engine.chart.ChartMetadata;
import dev.pannier.engine.chart.Dependency;
import dev.pannier.engine.chart.Maintainer;
import dev.pannier.engine.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;

/** Chart.yaml within a record, field by field with the types that Helm's Go structs have. */
final class MetadataRecord {

  private MetadataRecord() {}

  static MapNode write(ChartMetadata data) {
    return new Fields()
        .putUnlessEmpty("name", data.name())
        .putUnlessEmpty("home", data.home())
        .putUnlessEmpty("sources", data.sources())
        .putUnlessEmpty("version", data.version())
        .putUnlessEmpty("description", data.description())
        .putUnlessEmpty("keywords", data.keywords())
        .putUnlessEmpty("maintainers", data.maintainers().stream().map(MetadataRecord::of).toList())
        .putUnlessEmpty("icon", data.icon())
        .putUnlessEmpty("apiVersion", data.apiVersion())
        .putUnlessEmpty("condition", data.condition())
        .putUnlessEmpty("tags", data.tags())
        .putUnlessEmpty("appVersion", data.appVersion())
        .putUnlessEmpty("deprecated", data.deprecated())
        .putUnlessEmpty("annotations", data.annotations())
        .putUnlessEmpty("kubeVersion", data.kubeVersion())
        .putUnlessEmpty(
            "dependencies", data.dependencies().stream().map(MetadataRecord::of).toList())
        .putUnlessEmpty("type", data.type())
        .map();
  }

  static ChartMetadata read(MapNode data) {
    List<Maintainer> maintainers = new ArrayList<>();
    for (MapNode each : Fields.maps(data, "maintainers")) {
      maintainers.add(
          new Maintainer(
              Fields.text(each, "name"), Fields.text(each, "email"), Fields.text(each, "url")));
    }
    List<Dependency> dependencies = new ArrayList<>();
    for (MapNode each : Fields.maps(data, "dependencies")) {
      dependencies.add(dependency(each));
    }
    return new ChartMetadata(
        Fields.text(data, "apiVersion"),
        Fields.text(data, "name"),
        Fields.text(data, "version"),
        Fields.text(data, "appVersion"),
        Fields.text(data, "kubeVersion"),
        Fields.text(data, "description"),
        Fields.text(data, "type"),
        Fields.text(data, "home"),
        Fields.text(data, "icon"),
        Fields.texts(data, "sources"),
        Fields.texts(data, "keywords"),
        maintainers,
        dependencies,
        Fields.textMap(data.map("annotations")),
        Fields.truth(data, "deprecated"),
        Fields.text(data, "condition"),
        Fields.text(data, "tags"),
        data);
  }

  private static MapNode of(Maintainer maintainer) {
    return new Fields()
        .putUnlessEmpty("name", maintainer.name())
        .putUnlessEmpty("email", maintainer.email())
        .putUnlessEmpty("url", maintainer.url())
        .map();
  }

  private static MapNode of(Dependency dependency) {
    return new Fields()
        .put("name", dependency.name())
        .putUnlessEmpty("version", dependency.version())
        .put("repository", dependency.repository())
        .putUnlessEmpty("condition", dependency.condition())
        .putUnlessEmpty("tags", dependency.tags())
        .putUnlessEmpty("enabled", dependency.enabled())
        .putUnlessEmpty("import-values", dependency.importValues())
        .putUnlessEmpty("alias", dependency.alias())
        .map();
  }

  private static Dependency dependency(MapNode data) {
    return new Dependency(
        Fields.text(data, "name"),
        Fields.text(data, "version"),
        Fields.text(data, "repository"),
        Fields.text(data, "condition"),
        Fields.texts(data, "tags"),
        Fields.truth(data, "enabled"),
        data.list("import-values").items(),
        Fields.text(data, "alias"),
        data.origin());
  }
}
