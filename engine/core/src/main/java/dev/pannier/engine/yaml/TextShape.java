package dev.pannier.engine.yaml;

/**
 * In which styles a string can be written: the analysis of libyaml's and go-yaml's emitter
 * (yaml_emitter_analyze_scalar), so that our text equals what Helm's toYaml writes.
 *
 * @param plainInBlock unquoted in block context, if it is not read as something else
 * @param plainInFlow unquoted between brackets, likewise
 * @param single in single quotes
 * @param literal in a literal block
 */
record TextShape(boolean plainInBlock, boolean plainInFlow, boolean single, boolean literal) {

  private static final TextShape EMPTY = new TextShape(true, false, true, false);
  private static final String FIRST_INDICATORS = "#,[]{}&*!|>'\"%@`";

  static TextShape of(String text) {
    return text.isEmpty() ? EMPTY : new Analysis(text).shape();
  }

  private static final class Analysis {
    private final String text;
    private boolean blockIndicators;
    private boolean flowIndicators;
    private boolean special;
    private boolean breaks;
    private boolean breakThenSpace;
    private boolean spaceThenBreak;

    Analysis(String text) {
      this.text = text;
      blockIndicators = text.startsWith("---") || text.startsWith("...");
      flowIndicators = blockIndicators;
      for (int i = 0; i < text.length(); i++) {
        indicator(i);
        character(i);
      }
    }

    private void indicator(int i) {
      char c = text.charAt(i);
      boolean beforeBlank = i + 1 == text.length() || isBlank(text.charAt(i + 1));
      if (i == 0) {
        boolean always = FIRST_INDICATORS.indexOf(c) >= 0;
        boolean never = !always && c != '?' && c != ':' && c != '-';
        blockIndicators |= always || !never && beforeBlank;
        flowIndicators |= always || c == '?' || c == ':' || c == '-' && beforeBlank;
      } else {
        blockIndicators |= c == ':' && beforeBlank || c == '#' && isBlank(text.charAt(i - 1));
        flowIndicators |= ",?[]{}:".indexOf(c) >= 0 || c == '#' && isBlank(text.charAt(i - 1));
      }
    }

    private void character(int i) {
      char c = text.charAt(i);
      special |= !isPrintable(c);
      if (c == '\n') {
        breaks = true;
        spaceThenBreak |= i > 0 && text.charAt(i - 1) == ' ';
      } else if (c == ' ') {
        breakThenSpace |= i > 0 && text.charAt(i - 1) == '\n';
      }
    }

    TextShape shape() {
      char first = text.charAt(0);
      char last = text.charAt(text.length() - 1);
      boolean broken = special || spaceThenBreak;
      boolean blankEnds = first == ' ' || first == '\n' || last == ' ' || last == '\n';
      boolean plain = !broken && !breaks && !blankEnds;
      return new TextShape(
          plain && !blockIndicators,
          plain && !flowIndicators,
          !broken && !breakThenSpace,
          !broken && last != ' ');
    }

    private static boolean isBlank(char c) {
      return c == ' ' || c == '\n' || c == '\t' || c == '\r';
    }

    /** Beyond the basic plane go-yaml escapes; so do we, also the line ends that only some know. */
    private static boolean isPrintable(char c) {
      return c == '\n'
          || c >= 0x20 && c <= 0x7E
          || c >= 0xA0 && c < 0xD800 && c != 0x2028 && c != 0x2029
          || c >= 0xE000 && c <= 0xFFFD && c != 0xFEFF;
    }
  }
}
