package dev.pannier.engine.unit;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.TextNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one case: a case.yaml with the files beside it, or an entry of a list of cases. */
final class CaseReader {
  static final List<String> KEYS =
      List.of(
          "description",
          "values",
          "set",
          "setString",
          "release",
          "kubeVersion",
          "apiVersions",
          "templates",
          "validate",
          "fails",
          "assert");

  private static final List<String> RELEASE = List.of("name", "namespace", "revision", "isUpgrade");

  private final TestFiles files;
  private final Problems problems = new Problems();

  CaseReader(TestFiles files) {
    this.files = files;
  }

  /** The case of a folder. */
  TestCase ofFolder(String name, Path folder) {
    MapNode said = MapNode.EMPTY;
    Optional<Source> caseFile = files.find(folder.resolve(TestFiles.CASE));
    if (caseFile.isPresent()) {
      said = files.map(caseFile.get(), problems).orElse(MapNode.EMPTY);
      new CaseFields(said, problems).refuseOthers("a case", KEYS);
    }
    return testCase(
        name,
        files.source(folder).whole(),
        said,
        folder,
        Optional.of(folder),
        new CaseValues(files, folder, problems));
  }

  /** An entry of a list of cases. */
  TestCase ofEntry(String name, CaseFields entry, Path list) {
    List<String> known = new ArrayList<>(KEYS);
    known.addFirst("name");
    new CaseFields(entry.map(), problems).refuseOthers("a case", known);
    return testCase(
        name,
        entry.map().origin(),
        entry.map(),
        list,
        Optional.empty(),
        new CaseValues(files, list.resolveSibling(""), problems));
  }

  private TestCase testCase(
      String name,
      Location place,
      MapNode said,
      Path home,
      Optional<Path> folder,
      CaseValues values) {
    CaseFields fields = new CaseFields(said, problems);
    CaseInput input = input(fields, values(values, fields, folder));
    Expectation expectation = expectation(fields, folder);
    if (expectation.isFailure()
        && (expectation.manifest().isPresent() || !expectation.assertions().isEmpty())) {
      problems.add(
          Problem.error(
                  "test.contradiction",
                  "This case expects an error, and something of the rendering too.")
              .at(place)
              .hint("Make two cases of it."));
    }
    return new TestCase(name, place, home, input, expectation, problems.all());
  }

  private MapNode values(CaseValues values, CaseFields fields, Optional<Path> folder) {
    try {
      return values.read(fields, folder.map(own -> own.resolve(TestFiles.VALUES)));
    } catch (ChartException e) {
      problems.addAll(e.problems());
      return MapNode.EMPTY;
    }
  }

  private CaseInput input(CaseFields fields, MapNode values) {
    CaseFields release = fields.fields("release").orElse(new CaseFields(MapNode.EMPTY, problems));
    release.refuseOthers("a release", RELEASE);
    boolean upgrade = release.bool("isUpgrade", false);
    return new CaseInput(
        values,
        release.text("name", CaseInput.RELEASE),
        release.text("namespace", CaseInput.NAMESPACE),
        release.count("revision", upgrade ? 2 : 1),
        upgrade,
        fields.text("kubeVersion", ""),
        fields.texts("apiVersions").stream().map(TextNode::text).toList());
  }

  private Expectation expectation(CaseFields fields, Optional<Path> folder) {
    List<TemplatePattern> templates = new ArrayList<>();
    for (TextNode template : fields.texts("templates")) {
      templates.add(new TemplatePattern(template.text(), template.origin()));
    }
    return new Expectation(
        folder.flatMap(own -> files.find(own.resolve(TestFiles.MANIFEST))),
        folder.flatMap(own -> files.find(own.resolve(TestFiles.ERROR))),
        failure(fields),
        AssertionReader.read(fields, problems),
        templates,
        fields.bool("validate", true));
  }

  private Optional<ExpectedFailure> failure(CaseFields fields) {
    Node said = fields.get("fails");
    Location place =
        fields.map().has("fails") ? fields.map().keyOrigin("fails") : Location.unknown();
    return switch (said) {
      case null -> Optional.empty();
      case BoolNode bool when !bool.value() -> Optional.empty();
      case BoolNode _ -> Optional.of(new ExpectedFailure(new ProblemPattern("", ""), place));
      case TextNode text ->
          Optional.of(new ExpectedFailure(new ProblemPattern("", text.text()), place));
      case MapNode map -> {
        CaseFields inner = new CaseFields(map, problems);
        inner.refuseOthers("`fails`", List.of("code", "message"));
        yield Optional.of(
            new ExpectedFailure(
                new ProblemPattern(inner.text("code", ""), inner.text("message", "")), place));
      }
      case Node other -> {
        fields.misfit("fails", other, "true, a part of the message, or `code` and `message`");
        yield Optional.empty();
      }
    };
  }
}
