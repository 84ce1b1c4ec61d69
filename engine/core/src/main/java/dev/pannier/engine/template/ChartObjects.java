package dev.pannier.engine.template;

import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.chart.ChartMetadata;
import dev.pannier.engine.manifest.Capabilities;
import dev.pannier.engine.template.language.TemplateFile;
import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What templates see: Helm's objects (pkg/chart/common/util/values.go, ToRenderValues). */
final class ChartObjects {

  private final MapNode release;
  private final MapNode capabilities;

  ChartObjects(RenderInput input) {
    this.release = release(input.release());
    this.capabilities = capabilities(input.capabilities());
  }

  /** The objects of a chart, without {@code Template}. */
  MapNode of(Chart chart, MapNode values, boolean isRoot) {
    Map<String, Node> subcharts = new LinkedHashMap<>();
    for (Chart dependency : chart.dependencies()) {
      MapNode theirs = values.map(dependency.name());
      subcharts.put(dependency.name(), of(dependency, theirs, false));
    }
    Map<String, Node> objects = new LinkedHashMap<>();
    objects.put("Values", values);
    objects.put("Release", release);
    objects.put("Chart", chart(chart.metadata(), isRoot));
    objects.put("Capabilities", capabilities);
    objects.put("Subcharts", MapNode.of(subcharts));
    return MapNode.of(objects);
  }

  /** The objects as one file sees them. */
  static MapNode in(MapNode objects, TemplateFile file) {
    int end = file.name().length() - file.path().length();
    String basePath = file.name().substring(0, end) + "templates";
    Map<String, Node> template = new LinkedHashMap<>();
    template.put("Name", TextNode.of(file.name()));
    template.put("BasePath", TextNode.of(basePath));
    return objects.with("Template", MapNode.of(template));
  }

  private static MapNode release(ReleaseContext release) {
    Map<String, Node> fields = new LinkedHashMap<>();
    fields.put("Name", TextNode.of(release.name()));
    fields.put("Namespace", TextNode.of(release.namespace()));
    fields.put("Revision", NumberNode.of(release.revision()));
    fields.put("IsInstall", BoolNode.of(release.isInstall()));
    fields.put("IsUpgrade", BoolNode.of(release.isUpgrade()));
    // Helm's own tools find what they may touch by `app.kubernetes.io/managed-by: Helm`, which
    // charts write from here.
    fields.put("Service", TextNode.of("Helm"));
    return MapNode.of(fields);
  }

  private static MapNode capabilities(Capabilities capabilities) {
    String version = capabilities.kubeVersion();
    String[] parts = (version.startsWith("v") ? version.substring(1) : version).split("[.+-]", 3);
    Map<String, Node> kube = new LinkedHashMap<>();
    kube.put("Version", TextNode.of(version));
    kube.put("GitVersion", TextNode.of(version));
    kube.put("Major", TextNode.of(parts[0]));
    kube.put("Minor", TextNode.of(parts.length > 1 ? parts[1] : ""));
    List<Node> versions = new ArrayList<>();
    for (String apiVersion : new TreeSet<>(capabilities.apiVersions())) {
      versions.add(TextNode.of(apiVersion));
    }
    Map<String, Node> fields = new LinkedHashMap<>();
    fields.put("KubeVersion", MapNode.of(kube));
    fields.put("APIVersions", ListNode.of(versions));
    return MapNode.of(fields);
  }

  /** The fields of Chart.yaml under Go's names; what is not given is empty, as in Helm. */
  static MapNode chart(ChartMetadata metadata, boolean isRoot) {
    Map<String, Node> fields = new LinkedHashMap<>();
    fields.put("Name", text(metadata, "name", metadata.name()));
    fields.put("Version", text(metadata, "version", metadata.version()));
    fields.put("AppVersion", text(metadata, "appVersion", metadata.appVersion()));
    fields.put("APIVersion", text(metadata, "apiVersion", metadata.apiVersion()));
    fields.put("KubeVersion", text(metadata, "kubeVersion", metadata.kubeVersion()));
    fields.put("Description", text(metadata, "description", metadata.description()));
    fields.put("Type", text(metadata, "type", metadata.type()));
    fields.put("Home", text(metadata, "home", metadata.home()));
    fields.put("Icon", text(metadata, "icon", metadata.icon()));
    fields.put("Keywords", Node.of(metadata.keywords()));
    fields.put("Sources", Node.of(metadata.sources()));
    fields.put("Annotations", Node.of(metadata.annotations()));
    fields.put("Deprecated", BoolNode.of(metadata.deprecated()));
    fields.put("IsRoot", BoolNode.of(isRoot));
    return MapNode.of(fields);
  }

  private static Node text(ChartMetadata metadata, String key, String value) {
    Node written = metadata.raw().get(key);
    TextNode text = TextNode.of(value);
    return written == null ? text : text.withOrigin(written.origin());
  }
}
