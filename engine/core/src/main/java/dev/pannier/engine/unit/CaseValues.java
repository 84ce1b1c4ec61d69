package dev.pannier.engine.unit;

import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.values.UserValues;
import dev.pannier.engine.values.ValuesFlag;
import dev.pannier.engine.values.ValuesMerge;
import dev.pannier.engine.yaml.JsonWriter;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.ScalarNode;
import dev.pannier.engine.yaml.TextNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts together the values of a case: the files and maps of {@code values} in their order, then the
 * values.yaml beside it, then {@code set} and {@code setString}.
 *
 * @param folder what names of files are relative to
 */
record CaseValues(TestFiles files, Path folder, Problems problems) {

  /**
   * The values.
   *
   * @param own the values.yaml beside the case, which may not be there
   * @throws dev.pannier.engine.problem.ChartException when a file or an assignment is wrong
   */
  MapNode read(CaseFields fields, Optional<Path> own) {
    MapNode values = MapNode.EMPTY;
    for (Node part : parts(fields)) {
      values = ValuesMerge.merge(part(fields, part), values);
    }
    Optional<Source> beside = own.flatMap(files::find);
    if (beside.isPresent()) {
      values = ValuesMerge.merge(file(beside.get()), values);
    }
    return UserValues.read(
        values,
        flags(fields),
        reference -> {
          throw new IllegalStateException("no flag of a case names a file: " + reference);
        });
  }

  private static List<Node> parts(CaseFields fields) {
    Node said = fields.get("values");
    return switch (said) {
      case null -> List.of();
      case ListNode list -> list.items();
      case Node one -> List.of(one);
    };
  }

  private MapNode part(CaseFields fields, Node part) {
    return switch (part) {
      case MapNode map -> map;
      case TextNode name -> file(files.used(folder, name));
      case ListNode _, ScalarNode _ -> {
        fields.misfit("values", part, "names of files and maps of values");
        yield MapNode.EMPTY;
      }
    };
  }

  private MapNode file(Source source) {
    return files.map(source, problems).orElse(MapNode.EMPTY);
  }

  private List<ValuesFlag> flags(CaseFields fields) {
    List<ValuesFlag> flags = new ArrayList<>();
    if (fields.get("set") instanceof MapNode map) {
      for (var entry : map.entries().entrySet()) {
        String json = JsonWriter.write(entry.getValue());
        flags.add(new ValuesFlag.SetJson(entry.getKey() + "=" + json));
      }
    } else {
      fields.texts("set").forEach(one -> flags.add(new ValuesFlag.Set(one.text())));
    }
    fields.texts("setString").forEach(one -> flags.add(new ValuesFlag.SetString(one.text())));
    return flags;
  }
}
