package dev.pannier.engine.template.helper;

import static dev.pannier.engine.template.helper.HelperGroup.SECRETS;

import dev.pannier.engine.yaml.TextNode;

/** Hashes of passwords, passwords made from others, and ciphers: Sprig's crypto.go. */
final class SecretHelpers {

  private static final String KEEP = " Wrap it in generated, so that an upgrade keeps it.";

  private SecretHelpers() {}

  static HelperSpec spec(String name) {
    return switch (name) {
      case "bcrypt" ->
          HelperSpec.of(
              SECRETS,
              name,
              "text",
              "The bcrypt hash of a text, with a random salt." + KEEP,
              "{{trunc 7 (bcrypt 'secret')}}",
              "$2a$10$",
              call -> TextNode.of(PasswordHash.bcrypt(call.text(0), call.surroundings())));
      case "htpasswd" ->
          HelperSpec.of(
              SECRETS,
              name,
              "user password [kind]",
              "A line for an htpasswd file, hashed by bcrypt, or by SHA-1 where the kind is sha."
                  + KEEP,
              "'ann' 'secret' 'sha'",
              "ann:{SHA}5en6G6MezRroT3XKqkdPOmY/BfQ=",
              call -> TextNode.of(PasswordHash.htpasswd(call)));
      case "derivePassword" ->
          HelperSpec.of(
              SECRETS,
              name,
              "counter kind password user site",
              "A password for a site, made from a master password as the Master Password"
                  + " algorithm does. The kind is maximum, long, medium, short, basic or pin.",
              "1 'long' 'password' 'user' 'example.com'",
              "ZedaFaxcZaso9*",
              call -> TextNode.of(DerivedPassword.of(call)));
      case "encryptAES" ->
          HelperSpec.of(
              SECRETS,
              name,
              "password text",
              "A text encrypted by AES-256 in CBC mode, in base 64. The first 32 bytes of the"
                  + " password are the key."
                  + KEEP,
              "{{decryptAES 'key' (encryptAES 'key' 'web')}}",
              "web",
              call ->
                  TextNode.of(
                      AesText.encrypt(call.text(0), call.text(1), call.surroundings().random())));
      case "decryptAES" ->
          HelperSpec.of(
              SECRETS,
              name,
              "password text",
              "The text that encryptAES encrypted.",
              "{{decryptAES 'key' (encryptAES 'key' 'web')}}",
              "web",
              call -> TextNode.of(AesText.decrypt(call.text(0), call.text(1))));
      default -> throw new IllegalStateException("no helper of secrets: " + name);
    };
  }
}
