package dev.pannier.cli.output;

import dev.pannier.engine.deploy.readiness.PodState;
import dev.pannier.engine.manifest.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Lays the tree of what is waited for out on the rows that there are. */
final class TreeRows {
  private static final int LEAST_COLUMNS = 20;
  private static final int LEAST_ROWS = 4;
  private static final int MOST_PODS = 8;

  private final Paint paint;

  TreeRows(Paint paint) {
    this.paint = paint;
  }

  /**
   * A resource that is waited for.
   *
   * @param since when it was first waited for
   * @param reason why
   * @param pods its pods
   */
  record Open(Instant since, String reason, List<PodState> pods) {

    Open saying(String words) {
      return new Open(since, words, pods);
    }

    Open having(List<PodState> states) {
      return new Open(since, reason, states);
    }
  }

  /** The rows, none wider and all of them no more than told. */
  List<String> of(String header, Map<ResourceId, Open> open, Instant now, int columns, int most) {
    int width = Math.max(LEAST_COLUMNS, columns) - 1;
    int room = Math.max(LEAST_ROWS, most) - 1;
    int shown = Math.min(open.size(), open.size() > room ? room - 1 : room);
    int forPods = room - shown - (shown < open.size() ? 1 : 0);
    List<String> rows = new ArrayList<>();
    rows.add(paint.strong(Clip.to(header, width)));
    int names =
        open.keySet().stream().mapToInt(id -> VisibleText.width(id.toString())).max().orElse(0);
    names = Math.min(names, width / 2);
    int index = 0;
    for (Map.Entry<ResourceId, Open> each : open.entrySet()) {
      if (index++ == shown) {
        break;
      }
      boolean last = index == open.size();
      rows.add(resource(each.getKey(), each.getValue(), now, names, width, last));
      forPods -= pods(each.getValue().pods(), Math.min(forPods, MOST_PODS), width, last, rows);
    }
    if (shown < open.size()) {
      rows.add(paint.faint(Clip.to("└─ and " + (open.size() - shown) + " more", width)));
    }
    return rows;
  }

  private String resource(
      ResourceId id, Open open, Instant now, int names, int width, boolean last) {
    String time = TimeText.length(Duration.between(open.since(), now));
    String name = Clip.padded(id.toString(), names);
    String head = (last ? "└─ " : "├─ ") + name + "  ";
    int left = width - VisibleText.width(head) - time.length() - 2;
    String reason = left > 0 ? Clip.padded(open.reason(), left) : "";
    return paint.frame(head.substring(0, 3))
        + VisibleText.of(head.substring(3))
        + reason
        + "  "
        + paint.faint(time);
  }

  /** Those that are not ready first: they are what one waits for. */
  private int pods(List<PodState> pods, int most, int width, boolean last, List<String> rows) {
    List<PodState> sorted = new ArrayList<>(pods);
    sorted.sort(Comparator.comparing(PodState::isReady));
    int shown = sorted.size() > most ? Math.max(0, most - 1) : sorted.size();
    String trunk = last ? "   " : "│  ";
    for (int i = 0; i < shown; i++) {
      boolean end = i == sorted.size() - 1;
      rows.add(pod(trunk + (end ? "└─ " : "├─ "), sorted.get(i), width));
    }
    if (shown < sorted.size() && most > 0) {
      String more = trunk + "└─ and " + (sorted.size() - shown) + " more pods";
      rows.add(paint.faint(Clip.to(more, width)));
      return shown + 1;
    }
    return shown;
  }

  private String pod(String branch, PodState pod, int width) {
    String restarts =
        switch ((int) Math.min(pod.restarts(), 2)) {
          case 0 -> "";
          case 1 -> ", 1 restart";
          default -> ", " + pod.restarts() + " restarts";
        };
    String state = pod.state() + " " + pod.ready() + "/" + pod.containers() + restarts;
    int left = Math.max(0, width - branch.length() - VisibleText.width(state) - 2);
    String name = Clip.to(pod.name(), left);
    String shown = Clip.to(state, width - branch.length());
    return paint.frame(branch) + (name.isEmpty() ? "" : name + "  ") + colored(pod, shown);
  }

  private String colored(PodState pod, String text) {
    if (pod.isReady()) {
      return paint.good(text);
    }
    boolean bad =
        pod.state().contains("BackOff")
            || pod.state().contains("Err")
            || pod.state().contains("OOM")
            || pod.state().contains("Invalid");
    return bad ? paint.bad(text) : paint.faint(text);
  }
}
