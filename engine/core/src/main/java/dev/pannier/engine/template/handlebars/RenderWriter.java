package dev.pannier.engine.template.handlebars;

import dev.pannier.engine.template.language.Budget;
import java.io.Writer;

/** What a template writes. */
final class RenderWriter extends Writer {

  private final StringBuilder out = new StringBuilder(1024);
  private final Render render;
  private final Budget budget;

  RenderWriter(Render render, Budget budget) {
    this.render = render;
    this.budget = budget;
  }

  @Override
  public void write(String text) {
    render.within(() -> budget.take(text.length()));
    if (!render.isCollecting()) {
      out.append(text);
    }
  }

  @Override
  public void write(char[] buffer, int start, int length) {
    write(new String(buffer, start, length));
  }

  @Override
  public Writer append(CharSequence text) {
    write(text.toString());
    return this;
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}

  String text() {
    return out.toString();
  }
}
