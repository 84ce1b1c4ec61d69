package dev.pannier.engine.template.handlebars;

import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.template.handlebars.Expression.Call;
import dev.pannier.engine.template.handlebars.Expression.Literal;
import dev.pannier.engine.template.handlebars.Expression.Name;
import dev.pannier.engine.template.handlebars.Piece.Kind;
import dev.pannier.engine.template.handlebars.Statement.Block;
import dev.pannier.engine.template.handlebars.Statement.Inline;
import dev.pannier.engine.template.handlebars.Statement.Output;
import dev.pannier.engine.template.handlebars.Statement.Partial;
import dev.pannier.engine.template.language.LineStarts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads a template into a tree. What is wrong with it the compiler tells. */
final class StatementReader {

  private final String text;
  private final List<Piece> pieces = new ArrayList<>();
  private int next;

  private StatementReader(Source source) {
    text = source.text();
    for (Piece piece : new TagScanner(source, new LineStarts(text), new Problems()).scan()) {
      if (!piece.kind().isText() && piece.kind() != Kind.SILENT) {
        pieces.add(piece);
      }
    }
  }

  static List<Statement> read(Source source) {
    return new StatementReader(source).statements();
  }

  /** Up to the {@code else} or the end of the block that they stand in. */
  private List<Statement> statements() {
    List<Statement> statements = new ArrayList<>();
    while (next < pieces.size()) {
      Piece piece = pieces.get(next);
      switch (piece.kind()) {
        case ELSE, CLOSE -> {
          return statements;
        }
        default -> {
          next++;
          statements.add(statement(piece));
        }
      }
    }
    return statements;
  }

  private Statement statement(Piece piece) {
    ExpressionReader reader = reader(piece, piece.contentStart());
    return switch (piece.kind()) {
      case PARTIAL -> new Partial(reader.partial(), List.of());
      case OPEN_PARTIAL -> new Partial(reader.partial(), body());
      case OPEN_INLINE -> inline(reader.call());
      case OPEN -> block(reader);
      case OPEN_INVERSE -> inverse(reader);
      default -> new Output(reader.call());
    };
  }

  private ExpressionReader reader(Piece piece, int from) {
    return new ExpressionReader(text, from, piece.contentEnd());
  }

  private Inline inline(Call call) {
    boolean named = !call.arguments().isEmpty() && call.arguments().getFirst() instanceof Literal;
    String name = named ? ((Literal) call.arguments().getFirst()).text() : "";
    return new Inline(name, call.at(), body());
  }

  private Block block(ExpressionReader reader) {
    Call call = reader.call();
    List<Statement> body = statements();
    return new Block(call, reader.parameters(), body, otherwise());
  }

  /** {@code {{^x}}…{{/x}}}: what stands where x is false. */
  private Block inverse(ExpressionReader reader) {
    Call condition = reader.call();
    Expression asked =
        condition.arguments().isEmpty() && !condition.name().isEmpty()
            ? new Name(Path.parse(condition.name()), condition.at())
            : condition;
    Call call = new Call("unless", List.of(asked), Map.of(), condition.at());
    return new Block(call, List.of(), body(), List.of());
  }

  private List<Statement> body() {
    List<Statement> body = statements();
    body.addAll(otherwise());
    return body;
  }

  /** What follows an {@code else}, up to the end of the block, whose tag is taken too. */
  private List<Statement> otherwise() {
    if (next >= pieces.size()) {
      return List.of();
    }
    Piece piece = pieces.get(next++);
    if (piece.kind() == Kind.CLOSE) {
      return List.of();
    }
    int from = Math.min(afterElse(piece), piece.contentEnd());
    if (text.substring(from, piece.contentEnd()).isBlank()) {
      List<Statement> rest = statements();
      rest.addAll(otherwise());
      return rest;
    }
    // An `else if` has no end of its own: the block around it ends it.
    return List.of(block(reader(piece, from)));
  }

  private int afterElse(Piece piece) {
    int at = piece.contentStart();
    while (at < piece.contentEnd() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at + 4;
  }
}
