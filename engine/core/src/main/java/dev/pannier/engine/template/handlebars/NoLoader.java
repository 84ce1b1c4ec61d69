package dev.pannier.engine.template.handlebars;

import com.github.jknack.handlebars.io.AbstractTemplateLoader;
import com.github.jknack.handlebars.io.TemplateSource;
import java.io.FileNotFoundException;
import java.io.IOException;

/** Loads nothing: templates reach no file by a name. */
final class NoLoader extends AbstractTemplateLoader {

  @Override
  public TemplateSource sourceAt(String location) throws IOException {
    throw new FileNotFoundException(location);
  }
}
