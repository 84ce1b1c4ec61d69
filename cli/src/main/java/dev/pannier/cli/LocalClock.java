package dev.pannier.cli;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;

/**
 * The time in the zone of this machine. The zone is made out when it is first asked for: that reads
 * the rules of all zones there are, and searches every jar for more of them.
 */
final class LocalClock extends Clock {
  private final InstantSource source = InstantSource.system();

  @Override
  public ZoneId getZone() {
    return ZoneId.systemDefault();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return source.withZone(zone);
  }

  @Override
  public Instant instant() {
    return source.instant();
  }
}
