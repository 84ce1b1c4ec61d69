package dev.pannier.engine.template.handlebars;

import com.github.jknack.handlebars.Decorator;
import com.github.jknack.handlebars.Helper;
import com.github.jknack.handlebars.HelperRegistry;
import java.io.File;
import java.io.InputStream;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers every name with a helper of ours, so that the library never looks a value up by itself.
 * Closed: nothing can be registered.
 */
final class Registry implements HelperRegistry {

  private static final Map<String, Helper<Object>> BLOCKS =
      Map.of(
          "if",
          new IfHelper(true),
          "unless",
          new IfHelper(false),
          "each",
          new EachHelper(),
          "with",
          new WithHelper(),
          "@with",
          new WithHelper(),
          Canonicalizer.PARTIAL,
          new PartialHelper(),
          Canonicalizer.INLINE,
          new InlineHelper());

  @Override
  @SuppressWarnings("unchecked")
  public <C> @Nullable Helper<C> helper(String name) {
    if (name.equals(HELPER_MISSING)) {
      return null;
    }
    Helper<Object> block = BLOCKS.get(name);
    return (Helper<C>) (block == null ? new NamedHelper(name) : block);
  }

  @Override
  public @Nullable Decorator decorator(String name) {
    return null;
  }

  @Override
  public Set<Map.Entry<String, Helper<?>>> helpers() {
    return Set.of();
  }

  private static UnsupportedOperationException closed() {
    return new UnsupportedOperationException("the registry is closed");
  }

  @Override
  public <H> HelperRegistry registerHelper(String name, Helper<H> helper) {
    throw closed();
  }

  @Override
  public <H> HelperRegistry registerHelperMissing(Helper<H> helper) {
    throw closed();
  }

  @Override
  public HelperRegistry registerHelpers(Object helperSource) {
    throw closed();
  }

  @Override
  public HelperRegistry registerHelpers(Class<?> helperSource) {
    throw closed();
  }

  @Override
  public HelperRegistry registerHelpers(URI location) {
    throw closed();
  }

  @Override
  public HelperRegistry registerHelpers(File input) {
    throw closed();
  }

  @Override
  public HelperRegistry registerHelpers(String filename, Reader source) {
    throw closed();
  }

  @Override
  public HelperRegistry registerHelpers(String filename, InputStream source) {
    throw closed();
  }

  @Override
  public HelperRegistry registerHelpers(String filename, String source) {
    throw closed();
  }

  @Override
  public HelperRegistry registerDecorator(String name, Decorator decorator) {
    throw closed();
  }

  @Override
  public HelperRegistry setCharset(Charset charset) {
    return this;
  }
}
