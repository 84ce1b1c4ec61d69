package dev.pannier.cli.command;

/** Which Pannier this is. */
final class Version {
  private Version() {}

  /** The version in the jar's manifest; {@code dev} when run from a folder of classes. */
  static String number() {
    String number = Version.class.getPackage().getImplementationVersion();
    return number == null ? "dev" : number;
  }
}
