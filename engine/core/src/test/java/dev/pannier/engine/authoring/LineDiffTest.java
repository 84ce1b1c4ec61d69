package dev.pannier.engine.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class LineDiffTest {

  @Test
  void a_change_has_three_lines_around_it() {
    assertThat(diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n"))
        .isEqualTo(
            """
            --- x
            +++ x
            @@ -2,7 +2,7 @@
             2
             3
             4
            -5
            +five
             6
             7
             8
            """);
  }

  @Test
  void changes_far_apart_are_told_apart() {
    String many = "a\n".repeat(20);
    assertThat(diff("x\n" + many + "y\n", "X\n" + many + "Y\n"))
        .contains("@@ -1,4 +1,4 @@\n-x\n+X\n a\n", "@@ -19,4 +19,4 @@\n a\n a\n a\n-y\n+Y\n");
  }

  @Test
  void a_new_file_comes_from_nowhere() {
    assertThat(LineDiff.unified("", "a\nb\n", "x", true))
        .isEqualTo("--- /dev/null\n+++ x\n@@ -0,0 +1,2 @@\n+a\n+b\n");
  }

  @Test
  void a_missing_last_line_break_is_a_difference() {
    assertThat(diff("a\nb", "a\nb\n")).endsWith(" a\n-b\n\\ No newline at end of file\n+b\n");
  }

  @Test
  void equal_texts_have_none() {
    assertThat(diff("a\n", "a\n")).isEmpty();
  }

  @Test
  void a_difference_leads_from_one_text_to_the_other() {
    long seed = System.nanoTime();
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int i = 0; i < 3000; i++) {
      List<String> before = lines(random);
      List<String> after = random.nextBoolean() ? lines(random) : changed(before, random);
      String diff = diff(text(before), text(after));
      assertThat(patched(before, diff)).as("seed %d, try %d%n%s", seed, i, diff).isEqualTo(after);
    }
  }

  private static String diff(String before, String after) {
    return LineDiff.unified(before, after, "x", false);
  }

  private static String text(List<String> lines) {
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }

  private static List<String> lines(RandomGenerator random) {
    List<String> lines = new ArrayList<>();
    for (int i = random.nextInt(30); i > 0; i--) {
      lines.add("l" + random.nextInt(5));
    }
    return lines;
  }

  private static List<String> changed(List<String> lines, RandomGenerator random) {
    List<String> changed = new ArrayList<>(lines);
    for (int i = random.nextInt(4); i > 0; i--) {
      changed.add(random.nextInt(changed.size() + 1), "new" + i);
    }
    if (!changed.isEmpty()) {
      changed.remove(random.nextInt(changed.size()));
    }
    return changed;
  }

  /** Applies a difference as `patch` does, checking each line that it names. */
  private static List<String> patched(List<String> before, String diff) {
    List<String> after = new ArrayList<>();
    int at = 0;
    for (String line : diff.isEmpty() ? new String[0] : diff.split("\n")) {
      if (line.startsWith("---") || line.startsWith("+++")) {
        continue;
      }
      if (line.startsWith("@@")) {
        String[] range = line.split(" ")[1].substring(1).split(",");
        int count = range.length > 1 ? Integer.parseInt(range[1]) : 1;
        int first = Integer.parseInt(range[0]) - (count == 0 ? 0 : 1);
        after.addAll(before.subList(at, first));
        at = first;
      } else if (line.startsWith("+")) {
        after.add(line.substring(1));
      } else {
        assertThat(before.get(at++)).isEqualTo(line.substring(1));
        if (line.startsWith(" ")) {
          after.add(line.substring(1));
        }
      }
    }
    after.addAll(before.subList(at, before.size()));
    return after;
  }
}
