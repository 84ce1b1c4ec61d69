package dev.pannier.engine.manifest.kind;

import java.util.Locale;
import java.util.Set;

/** The schedules that CronJobs take (github.com/robfig/cron, ParseStandard). */
final class CronSchedule {

  private static final Set<String> MACROS =
      Set.of("@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly");
  private static final String MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec";
  private static final String DAYS = "sun mon tue wed thu fri sat";
  private static final String[] NAMES = {"", "", "", MONTHS, DAYS};
  private static final int[] LEAST = {0, 0, 1, 1, 0};
  private static final int[] MOST = {59, 23, 31, 12, 6};

  private CronSchedule() {}

  static boolean isValid(String schedule) {
    String text = schedule;
    if (text.startsWith("TZ=") || text.startsWith("CRON_TZ=")) {
      int space = text.indexOf(' ');
      text = space < 0 ? "" : text.substring(space).strip();
    }
    if (text.startsWith("@")) {
      return MACROS.contains(text) || text.startsWith("@every ");
    }
    String[] fields = text.strip().split("\\s+");
    if (fields.length != LEAST.length) {
      return false;
    }
    for (int i = 0; i < fields.length; i++) {
      for (String part : fields[i].split(",", -1)) {
        if (!isPart(part, i)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isPart(String part, int field) {
    int slash = part.indexOf('/');
    if (slash >= 0 && number(part.substring(slash + 1), "", 0) < 1) {
      return false;
    }
    String range = slash < 0 ? part : part.substring(0, slash);
    if (range.equals("*") || range.equals("?")) {
      return true;
    }
    int dash = range.indexOf('-');
    int first = number(dash < 0 ? range : range.substring(0, dash), NAMES[field], LEAST[field]);
    int last = dash < 0 ? first : number(range.substring(dash + 1), NAMES[field], LEAST[field]);
    return first >= LEAST[field] && last <= MOST[field] && first <= last;
  }

  /** A number or a name of a month or day; -1 of neither. */
  private static int number(String text, String names, int least) {
    int at = text.length() == 3 ? names.indexOf(text.toLowerCase(Locale.ROOT)) : -1;
    if (at >= 0 && at % 4 == 0) {
      return at / 4 + least;
    }
    try {
      return text.startsWith("+") ? -1 : Integer.parseInt(text);
    } catch (NumberFormatException _) {
      return -1;
    }
  }
}
