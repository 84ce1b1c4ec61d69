package dev.pannier.engine.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {

  private static final List<Release> READABLE =
      List.of(Releases.plain(2, Status.SUPERSEDED), Releases.plain(4, Status.DEPLOYED));

  @Test
  void an_old_broken_record_is_left_out_with_a_warning() {
    History history = History.of(READABLE, List.of(broken(3, Status.FAILED)));

    assertThat(history.revisions()).extracting(Release::revision).containsExactly(2, 4);
    assertThat(history.problems())
        .singleElement()
        .satisfies(each -> assertThat(each.severity()).isEqualTo(Severity.WARNING));
  }

  @Test
  void nothing_is_decided_without_the_newest_or_the_deployed_revision() {
    assertThatThrownBy(() -> History.of(READABLE, List.of(broken(5, Status.FAILED))))
        .hasMessage("broken 5");
    assertThatThrownBy(() -> History.of(READABLE, List.of(broken(3, Status.DEPLOYED))))
        .hasMessage("broken 3");
    assertThatThrownBy(() -> History.of(List.of(), List.of(broken(1, Status.FAILED))))
        .hasMessage("broken 1");
  }

  private static BrokenRecord broken(int revision, Status status) {
    return new BrokenRecord(
        revision, status, Problem.error("release.broken-record", "broken " + revision));
  }
}
