package dev.pannier.engine.template;

import dev.pannier.engine.manifest.Documents;
import dev.pannier.engine.manifest.Hook;
import dev.pannier.engine.manifest.HookReader;
import dev.pannier.engine.manifest.InstallOrder;
import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.manifest.ResourceReader;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.template.language.MarkedText;
import dev.pannier.engine.template.language.TemplateFile;
import dev.pannier.engine.template.language.Unmarked;
import dev.pannier.engine.template.place.DocumentPlacer;
import dev.pannier.engine.template.place.Origins;
import dev.pannier.engine.template.place.PlacedDocument;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.ScalarNode;
import dev.pannier.engine.yaml.YamlReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The manifests of a release as they come out of its templates. */
final class ReleaseDocuments {

  private final Problems problems;
  private final Origins origins = new Origins();
  private final List<Resource> resources = new ArrayList<>();
  private final List<Hook> hooks = new ArrayList<>();
  private final Map<List<String>, Resource> known = new HashMap<>();

  ReleaseDocuments(Problems problems) {
    this.problems = problems;
  }

  /** Adds all documents of a rendered file. */
  void add(TemplateFile file, MarkedText marked) {
    Unmarked text = Unmarked.of(marked.text());
    for (Documents.Range range : Documents.split(text.text())) {
      Problems found = new Problems();
      PlacedDocument document =
          DocumentPlacer.place(marked, text, range.start(), range.end(), found, origins);
      if (!found.hasErrors()) {
        read(file, document, found);
      }
      found.all().forEach(problem -> problems.add(withValues(problem)));
    }
  }

  private void read(TemplateFile file, PlacedDocument document, Problems found) {
    String yaml = document.text() + "\n";
    List<Node> roots = YamlReader.readAll(new Source("", yaml), document, found);
    if (found.hasErrors()) {
      return;
    }
    for (Node root : roots) {
      if (!(root instanceof NullNode)) {
        ResourceReader.read(root, file.name(), yaml, found).ifPresent(one -> add(one, found));
      }
    }
  }

  private void add(Resource resource, Problems found) {
    ResourceId id = resource.id();
    if (!id.name().isEmpty()) {
      Resource earlier = known.putIfAbsent(key(id), resource);
      if (earlier != null) {
        found.add(
            Problem.error("manifest.duplicate-object", "`" + id + "` is written twice.")
                .at(resource.content().origin())
                .note("first written here", earlier.content().origin())
                .hint("Give one of them another name, or take it out."));
      }
    }
    HookReader.read(resource, found).ifPresentOrElse(hooks::add, () -> resources.add(resource));
  }

  /** Versions of a group's kind are the same object. */
  private static List<String> key(ResourceId id) {
    return List.of(id.group(), id.kind(), id.namespace(), id.name());
  }

  private Problem withValues(Problem problem) {
    Problem told = problem;
    for (Node value : origins.values(problem.location())) {
      if (value.origin().isKnown()) {
        told = told.note("the value is set here", value.origin());
      }
      if (problem.code().equals("yaml.syntax") && !(value instanceof ScalarNode)) {
        told = told.hint("The value is a " + value.typeName() + ", which does not fit here.");
      }
    }
    return told;
  }

  List<Resource> resources() {
    return InstallOrder.install(resources);
  }

  List<Hook> hooks() {
    return InstallOrder.hooks(hooks);
  }

  Origins origins() {
    return origins;
  }
}
