package dev.pannier.engine.template.helper;

import static dev.pannier.engine.template.helper.HelperGroup.RANDOM;

import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.TextNode;
import java.util.Base64;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Sprig's random values. What must stay from upgrade to upgrade belongs into {@code generated}. */
final class RandomHelpers {

  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final String DIGITS = "0123456789";
  private static final int LONGEST = 1 << 20;

  private RandomHelpers() {}

  static HelperSpec spec(String name) {
    return switch (name) {
      case "randAlphaNum" ->
          HelperSpec.of(
              RANDOM,
              name,
              "length",
              "Random letters and digits. Wrap it in generated, so that an upgrade keeps" + " it.",
              "{{len (randAlphaNum 16)}}",
              "16",
              call -> characters(call, LETTERS + DIGITS));
      case "randAlpha" ->
          HelperSpec.of(
              RANDOM,
              name,
              "length",
              "Random letters. Wrap it in generated, so that an upgrade keeps it.",
              "{{len (randAlpha 16)}}",
              "16",
              call -> characters(call, LETTERS));
      case "randNumeric" ->
          HelperSpec.of(
              RANDOM,
              name,
              "length",
              "Random digits. Wrap it in generated, so that an upgrade keeps it.",
              "{{len (randNumeric 16)}}",
              "16",
              call -> characters(call, DIGITS));
      case "randAscii" ->
          HelperSpec.of(
              RANDOM,
              name,
              "length",
              "Random printable characters of ASCII. Wrap it in generated, so that an"
                  + " upgrade keeps it.",
              "{{len (randAscii 16)}}",
              "16",
              RandomHelpers::ascii);
      case "randBytes" ->
          HelperSpec.of(
              RANDOM,
              name,
              "count",
              "Random bytes in base 64. Wrap it in generated, so that an upgrade keeps it.",
              "{{len (randBytes 12)}}",
              "16",
              RandomHelpers::bytes);
      case "randInt" ->
          HelperSpec.of(
              RANDOM,
              name,
              "least end",
              "A random whole number, from the first up to the second, without the second.",
              "1 2",
              "1",
              RandomHelpers::number);
      case "uuidv4" ->
          HelperSpec.of(
              RANDOM,
              name,
              "",
              "A random UUID of version 4. Wrap it in generated, so that an upgrade keeps" + " it.",
              "{{len (uuidv4)}}",
              "36",
              RandomHelpers::uuid);
      case "shuffle" ->
          HelperSpec.of(
              RANDOM,
              name,
              "text",
              "The characters of a text in random order.",
              "{{len (shuffle 'abc')}}",
              "3",
              RandomHelpers::shuffle);
      default -> throw new IllegalStateException("no helper of random values: " + name);
    };
  }

  private static int length(Arguments call) {
    int length = call.count(0);
    if (length < 0 || length > LONGEST) {
      throw new HelperException(
          "The helper `%s` gives 0 to %d of them, not %d."
              .formatted(call.helper(), LONGEST, length));
    }
    return length;
  }

  private static Node characters(Arguments call, String alphabet) {
    StringBuilder out = new StringBuilder();
    for (int i = length(call); i > 0; i--) {
      out.append(alphabet.charAt(call.surroundings().random().nextInt(alphabet.length())));
    }
    return TextNode.of(out.toString());
  }

  private static Node ascii(Arguments call) {
    StringBuilder out = new StringBuilder();
    for (int i = length(call); i > 0; i--) {
      out.append((char) call.surroundings().random().nextInt(' ', 0x7F));
    }
    return TextNode.of(out.toString());
  }

  private static Node bytes(Arguments call) {
    byte[] bytes = new byte[length(call)];
    call.surroundings().random().nextBytes(bytes);
    return TextNode.of(Base64.getEncoder().encodeToString(bytes));
  }

  private static Node number(Arguments call) {
    int least = call.count(0);
    int end = call.count(1);
    if (end <= least) {
      throw new HelperException(
          "The helper `randInt` needs a second number above the first, but has %d and %d."
              .formatted(least, end));
    }
    return NumberNode.of(call.surroundings().random().nextInt(least, end));
  }

  private static Node uuid(Arguments call) {
    RandomGenerator random = call.surroundings().random();
    long high = random.nextLong() & ~0xF000L | 0x4000L;
    long low = random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | Long.MIN_VALUE;
    return TextNode.of(new UUID(high, low).toString());
  }

  private static Node shuffle(Arguments call) {
    int[] characters = call.text(0).codePoints().toArray();
    for (int i = characters.length - 1; i > 0; i--) {
      int j = call.surroundings().random().nextInt(i + 1);
      int held = characters[i];
      characters[i] = characters[j];
      characters[j] = held;
    }
    return TextNode.of(new String(characters, 0, characters.length));
  }
}
