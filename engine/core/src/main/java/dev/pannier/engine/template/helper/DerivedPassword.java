package dev.pannier.engine.template.helper;

import dev.pannier.engine.problem.Suggestion;
import dev.pannier.engine.yaml.NumberNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.SCrypt;

/** The Master Password algorithm, version 3 (masterpassword.app), as Sprig has it. */
final class DerivedPassword {

  private static final long MOST = 0xFFFF_FFFFL;
  private static final byte[] SCOPE =
      "com.lyndir.masterpassword".getBytes(StandardCharsets.US_ASCII);

  /** Which letter stands for which characters. */
  private static final Map<Character, String> CHARACTERS =
      Map.of(
          'V', "AEIOU",
          'C', "BCDFGHJKLMNPQRSTVWXYZ",
          'v', "aeiou",
          'c', "bcdfghjklmnpqrstvwxyz",
          'A', "AEIOUBCDFGHJKLMNPQRSTVWXYZ",
          'a', "AEIOUaeiouBCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz",
          'n', "0123456789",
          'o', "@&%?,=[]_:-+*$#!'^~;()/.",
          'x', "AEIOUaeiouBCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz0123456789!@#$%^&*()");

  private static final Map<String, String> TEMPLATES =
      Map.of(
          "maximum", "anoxxxxxxxxxxxxxxxxx axxxxxxxxxxxxxxxxxno",
          "long",
              "CvcvnoCvcvCvcv CvcvCvcvnoCvcv CvcvCvcvCvcvno CvccnoCvcvCvcv CvccCvcvnoCvcv"
                  + " CvccCvcvCvcvno CvcvnoCvccCvcv CvcvCvccnoCvcv CvcvCvccCvcvno CvcvnoCvcvCvcc"
                  + " CvcvCvcvnoCvcc CvcvCvcvCvccno CvccnoCvccCvcv CvccCvccnoCvcv CvccCvccCvcvno"
                  + " CvcvnoCvccCvcc CvcvCvccnoCvcc CvcvCvccCvccno CvccnoCvcvCvcc CvccCvcvnoCvcc"
                  + " CvccCvcvCvccno",
          "medium", "CvcnoCvc CvcCvcno",
          "short", "Cvcn",
          "basic", "aaanaaan aannaaan aaannaaa",
          "pin", "nnnn");

  private DerivedPassword() {}

  /** The password of a call: counter, kind, master password, user and site. */
  static String of(Arguments call) {
    String templates = TEMPLATES.get(call.text(1));
    if (templates == null) {
      throw new HelperException(
          "`%s` is no kind of password.".formatted(call.text(1)),
          Suggestion.didYouMean(call.text(1), List.copyOf(TEMPLATES.keySet())));
    }
    long counter = call.at(0) instanceof NumberNode number ? Cast.toLong(number) : -1;
    if (counter < 0 || counter > MOST) {
      throw call.wrongType(0, "whole number from 0 to " + MOST, call.at(0));
    }
    byte[] seed = seed(key(call.text(2), call.text(3)), call.text(4), (int) counter);
    return written(templates.split(" "), seed);
  }

  private static byte[] key(String password, String user) {
    byte[] name = user.getBytes(StandardCharsets.UTF_8);
    byte[] salt = scoped(name, 0).putInt(name.length).put(name).array();
    return SCrypt.generate(password.getBytes(StandardCharsets.UTF_8), salt, 32768, 8, 2, 64);
  }

  private static byte[] seed(byte[] key, String site, int counter) {
    byte[] name = site.getBytes(StandardCharsets.UTF_8);
    byte[] message =
        scoped(name, Integer.BYTES).putInt(name.length).put(name).putInt(counter).array();
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("each JDK has HMAC with SHA-256", e);
    }
  }

  private static ByteBuffer scoped(byte[] name, int more) {
    return ByteBuffer.allocate(SCOPE.length + Integer.BYTES + name.length + more).put(SCOPE);
  }

  private static String written(String[] templates, byte[] seed) {
    String template = templates[(seed[0] & 0xFF) % templates.length];
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < template.length(); i++) {
      String characters = CHARACTERS.getOrDefault(template.charAt(i), "");
      password.append(characters.charAt((seed[i + 1] & 0xFF) % characters.length()));
    }
    return password.toString();
  }
}
