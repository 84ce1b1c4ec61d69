package dev.pannier.engine.values;

import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The only one who speaks with the JSON Schema validator. It reads no file and no network. */
final class SchemaValidation {

  private SchemaValidation() {}

  /**
   * What of the values a schema does not allow, in the schema's order.
   *
   * @param schema a schema that is sound and holds local references only
   * @throws dev.pannier.engine.problem.ChartException when the validator does not take the schema
   */
  static List<Violation> violations(MapNode values, Node schema) {
    List<Violation> violations = new ArrayList<>();
    try {
      for (ValidationMessage message : compiled(schema).validate(JsonTree.of(values))) {
        violations.add(violation(message));
      }
    } catch (JsonSchemaException e) {
      String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw SchemaReview.broken("This schema cannot be used: " + reason + ".", schema).exception(e);
    }
    return violations;
  }

  private static JsonSchema compiled(Node schema) {
    JsonSchemaFactory factory =
        JsonSchemaFactory.getInstance(
            dialect(schema),
            builder ->
                builder.schemaLoaders(loaders ->
                    loaders.add(iri -> {
                      if (iri.toString().startsWith("classpath:")) {
                        return null;
                      }
                      throw new IllegalStateException("not local: " + iri);
                    })));
    SchemaValidatorsConfig config =
        SchemaValidatorsConfig.builder()
            .pathType(PathType.JSON_POINTER)
            .locale(Locale.ROOT)
            .preloadJsonSchema(false)
            .regularExpressionFactory(SchemaPattern::expression)
            .schemaIdValidator((_, _, _, _, _) -> true)
            .build();
    return factory.getSchema(JsonTree.of(withoutDialect(schema)), config);
  }

  /** The draft that a schema names; 2020-12 where it names none, or none that is known. */
  private static VersionFlag dialect(Node schema) {
    String named = schema instanceof MapNode map ? map.text("$schema").orElse("") : "";
    String plain = named.endsWith("#") ? named.substring(0, named.length() - 1) : named;
    return switch (plain.substring(plain.indexOf("://") + 1)) {
      case "//json-schema.org/draft-04/schema" -> VersionFlag.V4;
      case "//json-schema.org/draft-06/schema" -> VersionFlag.V6;
      case "//json-schema.org/draft-07/schema" -> VersionFlag.V7;
      case "//json-schema.org/draft/2019-09/schema" -> VersionFlag.V201909;
      default -> VersionFlag.V202012;
    };
  }

  /** The validator would fetch a dialect that it does not know. */
  private static Node withoutDialect(Node schema) {
    return schema instanceof MapNode map ? map.without("$schema") : schema;
  }

  private static Violation violation(ValidationMessage message) {
    NodePath place = path(message.getSchemaLocation().getFragment());
    Object[] arguments = message.getArguments();
    boolean choice = message.getType().equals("oneOf") && arguments != null && arguments.length > 0;
    return new Violation(
        message.getType(),
        path(message.getInstanceLocation()),
        message.getProperty() == null ? "" : message.getProperty(),
        path(message.getEvaluationPath()),
        place,
        choice ? Integer.parseInt(arguments[0].toString()) : 0);
  }

  private static NodePath path(JsonNodePath path) {
    List<Object> parts = new ArrayList<>(path.getNameCount());
    for (int i = 0; i < path.getNameCount(); i++) {
      parts.add(path.getElement(i));
    }
    return new NodePath(parts);
  }
}
