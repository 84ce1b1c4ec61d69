package dev.pannier.engine.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pannier.engine.problem.ChartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderReleaseStoreTest extends ReleaseStoreContract {

  @TempDir Path folder;

  @Override
  protected ReleaseStore store() {
    return new FolderReleaseStore(folder);
  }

  @Override
  protected ReleaseStore sameAgain() {
    return new FolderReleaseStore(folder);
  }

  @Test
  void records_are_readable_json_in_a_folder_of_their_release() throws IOException {
    store().create(Releases.rich(3, Status.DEPLOYED));

    assertThat(Files.readString(folder.resolve("releases/default/web/v3.json")))
        .contains("\"status\": \"deployed\"")
        .contains("\"team\": \"blue\"");
  }

  @Test
  void a_temporary_file_that_a_killed_process_left_is_passed_over() throws IOException {
    store().create(Releases.plain(1, Status.DEPLOYED));
    Files.writeString(folder.resolve("releases/default/web/v2.json.4711-1.tmp"), "{\"rel");

    assertThat(store().history(Releases.ID).revisions()).hasSize(1);
  }

  @Test
  void a_broken_record_is_named_with_its_file_and_line() throws IOException {
    store().create(Releases.plain(1, Status.DEPLOYED));
    Files.writeString(folder.resolve("releases/default/web/v1.json"), "{\n  oops");

    assertThatThrownBy(() -> store().history(Releases.ID))
        .isInstanceOf(ChartException.class)
        .hasMessageContaining("v1.json:2:3");
  }

  @Test
  void an_interrupted_thread_still_records() {
    Thread.currentThread().interrupt();
    try {
      store().create(Releases.plain(1, Status.DEPLOYED));
      store().lock(Releases.ID, ME).close();
      assertThat(store().history(Releases.ID).revisions()).hasSize(1);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void a_reader_never_sees_half_a_record() throws Exception {
    Release release = store().create(Releases.rich(1, Status.DEPLOYED));
    AtomicBoolean done = new AtomicBoolean();
    Thread writer =
        Thread.ofPlatform()
            .start(() -> {
              Release last = release;
              for (int i = 0; i < 50; i++) {
                last = store().update(last.with(Status.DEPLOYED, "x".repeat(i * 100)));
              }
              done.set(true);
            });
    while (!done.get() && writer.isAlive()) {
      assertThat(sameAgain().history(Releases.ID).revisions()).hasSize(1);
    }
    writer.join();
    assertThat(done).isTrue();
  }
}
