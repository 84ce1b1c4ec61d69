package dev.pannier.engine.template.language;

import java.util.List;
import java.util.Optional;

/** The functions that templates may call. */
public interface Functions {

  /** No function at all. */
  Functions NONE =
      new Functions() {
        @Override
        public Optional<Function> find(String name) {
          return Optional.empty();
        }

        @Override
        public Iterable<String> names() {
          return List.of();
        }
      };

  /** The function of a name. */
  Optional<Function> find(String name);

  /** All names, for suggestions. */
  Iterable<String> names();
}
