package dev.pannier.kubernetes.crash;

import dev.pannier.test.cluster.ChaosProxy;
import dev.pannier.test.cluster.Fault;

/** How a command breaks at one of its requests. */
enum Breaking {
  /** The request is lost, and the command has to live with it. */
  REQUEST_LOST,
  /** The answer is lost, and the command cannot know what came of it. */
  ANSWER_LOST,
  /** The command is dead: neither this request nor any other arrives. */
  KILLED_BEFORE,
  /** The request takes effect, and the command is dead. */
  KILLED_AFTER;

  /**
   * Sets a trap.
   *
   * @param kill makes the command give up whatever it still tries
   */
  void set(ChaosProxy proxy, int number, Runnable kill) {
    switch (this) {
      case REQUEST_LOST -> proxy.at(number, _ -> true, Fault.dropRequest());
      case ANSWER_LOST -> proxy.at(number, _ -> true, Fault.dropAnswer());
      case KILLED_BEFORE -> {
        proxy.always(request -> request.number() > number, Fault.dropRequest());
        proxy.at(number, _ -> true, new Fault.DropRequest(kill));
      }
      case KILLED_AFTER -> {
        proxy.always(request -> request.number() > number, Fault.dropRequest());
        proxy.at(number, _ -> true, new Fault.DropAnswer(kill));
      }
    }
  }
}
