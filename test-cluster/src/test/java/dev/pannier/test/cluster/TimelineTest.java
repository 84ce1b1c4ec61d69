package dev.pannier.test.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {

  private static List<Moment> life(String tag, boolean ends, boolean again) {
    return Timeline.of("web", "registry.test:5000/shop/web:" + tag, ends, again, Pace.BRISK);
  }

  private static List<String> told(List<Moment> moments) {
    return moments.stream()
        .map(moment ->
            switch (moment.phase()) {
                  case Moment.Waiting(String reason, _) -> reason;
                  case Moment.Running(boolean ready) -> ready ? "ready" : "running";
                  case Moment.Ended(Moment.End end) -> "ended " + end.exitCode();
                }
                + " "
                + moment.restarts())
        .toList();
  }

  @Test
  void a_server_gets_ready() {
    assertThat(told(life("1.2", false, true))).containsExactly("running 0", "ready 0");
  }

  @Test
  void work_gets_done() {
    assertThat(told(life("1.2", true, false))).containsExactly("running 0", "ended 0 0");
  }

  @Test
  void a_crash_without_a_restart_is_the_end() {
    assertThat(told(life("1-crash", true, false))).containsExactly("running 0", "ended 1 0");
  }

  @Test
  void a_crash_with_restarts_loops() {
    List<Moment> moments = life("1-crash", false, true);

    assertThat(told(moments))
        .startsWith(
            "running 0",
            "ended 1 0",
            "running 1",
            "CrashLoopBackOff 1",
            "running 2",
            "CrashLoopBackOff 2")
        .endsWith("CrashLoopBackOff 8");
    assertThat(moments.get(0).lastEnd()).isNull();
    assertThat(moments.get(2).lastEnd()).isEqualTo(new Moment.End(1, "Error"));
    assertThat(moments).extracting(Moment::at).isSorted();
  }

  @Test
  void a_flaky_one_crashes_twice_and_runs() {
    assertThat(told(life("flaky", false, true)))
        .containsExactly(
            "running 0", "ended 1 0", "running 1", "CrashLoopBackOff 1", "running 2", "ready 2");
  }

  @Test
  void a_missing_image_is_tried_once_and_then_waited_for() {
    assertThat(told(life("missing", false, true)))
        .containsExactly("ErrImagePull 0", "ImagePullBackOff 0");
  }

  @Test
  void only_the_tag_of_an_image_tells() {
    assertThat(Fate.of("crash.test:5000/slow/oom@sha256:0123")).isEqualTo(Fate.RUNS);
    assertThat(Fate.of("web:2-oom@sha256:0123")).isEqualTo(Fate.OOM);
  }
}
