package dev.pannier.cli;

import dev.pannier.engine.problem.Problem;
import dev.pannier.kubernetes.KubeContexts;
import dev.pannier.sql.SqlReleaseStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The codes of problems in compiled classes: every string constant that begins with the word of an
 * area, wherever it goes from there; and of other words, those that are handed to what makes
 * problems.
 */
final class ProblemCodes {
  private static final Pattern CODE =
      Pattern.compile("[a-z]+(-[a-z0-9]+)*\\.[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Pattern FILE_OR_HOST =
      Pattern.compile(".*\\.(yaml|yml|json|txt|md|lock|invalid)");
  private static final Set<String> MAKERS =
      Set.of("dev/pannier/engine/problem/Problem", "dev/pannier/cli/option/UsageProblem");

  private final Set<String> areas;
  private final Set<String> codes = new TreeSet<>();

  private ProblemCodes(Set<String> areas) {
    this.areas = areas;
  }

  /**
   * All codes of the engine's modules and of this one.
   *
   * @param areas words before the dot that are known
   */
  static Set<String> ofAllModules(Set<String> areas) throws IOException {
    ProblemCodes found = new ProblemCodes(areas);
    for (Class<?> one :
        List.of(Problem.class, KubeContexts.class, SqlReleaseStore.class, Main.class)) {
      found.addAll(root(one));
    }
    return found.codes;
  }

  /** A folder of classes or, once Maven has packed it, a jar. */
  private void addAll(Path root) throws IOException {
    if (Files.isDirectory(root)) {
      try (Stream<Path> files = Files.walk(root)) {
        files.filter(file -> file.toString().endsWith(".class")).forEach(this::add);
      }
    } else {
      try (FileSystem jar = FileSystems.newFileSystem(root)) {
        addAll(jar.getPath("/"));
      }
    }
  }

  private static Path root(Class<?> one) {
    try {
      return Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private void add(Path file) {
    try {
      ClassModel model = ClassFile.of().parse(file);
      for (PoolEntry entry : model.constantPool()) {
        if (entry instanceof StringEntry text && areas.contains(area(text.stringValue()))) {
          addCode(text.stringValue());
        }
      }
      model.methods().stream().map(MethodModel::code).forEach(code -> code.ifPresent(this::add));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The code is the first argument of all that make problems. */
  private void add(CodeModel code) {
    String last = "";
    for (CodeElement element : code) {
      switch (element) {
        case ConstantInstruction constant
            when constant.constantValue() instanceof String text && CODE.matcher(text).matches() ->
            last = text;
        case InvokeInstruction call when makesProblem(call) -> {
          addCode(last);
          last = "";
        }
        default -> {}
      }
    }
  }

  private static boolean makesProblem(InvokeInstruction call) {
    return MAKERS.contains(call.owner().asInternalName())
        && Set.of("error", "warning", "info", "of", "<init>").contains(call.name().stringValue());
  }

  private static String area(String text) {
    return text.substring(0, Math.max(0, text.indexOf('.')));
  }

  private void addCode(String text) {
    if (CODE.matcher(text).matches() && !FILE_OR_HOST.matcher(text).matches()) {
      codes.add(text);
    }
  }
}
