package dev.pannier.engine.template.handlebars;

import java.io.Writer;

/** What a template writes. */
final class RenderWriter extends Writer {

  private final StringBuilder out = new StringBuilder(1024);
  private final Render render;

  RenderWriter(Render render) {
    this.render = render;
  }

  @Override
  public void write(String text) {
    if (!render.isCollecting()) {
      render.take(text.length());
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
