package dev.pannier.engine.authoring;

import dev.pannier.engine.chart.ChartMetadata;
import dev.pannier.engine.chart.Dependency;

/** A README for a chart that has none. */
final class NewReadme {

  private final ChartMetadata chart;
  private final StringBuilder out = new StringBuilder();

  private NewReadme(ChartMetadata chart) {
    this.chart = chart;
  }

  /**
   * Title, description, how to install it, what it needs, and its values.
   *
   * @param values the section of values
   */
  static String of(ChartMetadata chart, String values) {
    NewReadme readme = new NewReadme(chart);
    readme.head();
    readme.requirements();
    return readme.out.append(values).toString();
  }

  private void head() {
    out.append("# ").append(chart.name()).append("\n\n");
    if (!chart.description().isEmpty()) {
      String text = chart.description().strip();
      out.append(text).append(text.endsWith(".") ? "\n\n" : ".\n\n");
    }
    if (chart.isLibrary()) {
      out.append("A library: it renders nothing itself. A chart uses it by its Chart.yaml:\n\n");
      out.append("```yaml\ndependencies:\n  - name: ").append(chart.name());
      out.append("\n    version: ").append(chart.version());
      out.append("\n    repository: file://../").append(chart.name()).append("\n```\n\n");
    } else {
      out.append("```sh\npannier install ").append(chart.name());
      out.append(" ./").append(chart.name()).append("\n```\n\n");
    }
  }

  private void requirements() {
    if (chart.kubeVersion().isEmpty() && chart.dependencies().isEmpty()) {
      return;
    }
    out.append("## Requirements\n\n");
    if (!chart.kubeVersion().isEmpty()) {
      out.append("Kubernetes `").append(chart.kubeVersion()).append("`.\n\n");
    }
    if (!chart.dependencies().isEmpty()) {
      out.append("| Chart | Version | From | Switched on by |\n|---|---|---|---|\n");
      chart.dependencies().forEach(this::row);
      out.append('\n');
    }
  }

  private void row(Dependency dependency) {
    String name = Markdown.code(dependency.name());
    out.append("| ").append(name);
    if (!dependency.alias().isEmpty()) {
      out.append(" as ").append(Markdown.code(dependency.alias()));
    }
    out.append(" | ").append(Markdown.cell(dependency.version()));
    out.append(" | ").append(Markdown.cell(dependency.repository()));
    String condition = dependency.condition();
    out.append(" | ").append(condition.isEmpty() ? "" : Markdown.code(condition)).append(" |\n");
  }
}
