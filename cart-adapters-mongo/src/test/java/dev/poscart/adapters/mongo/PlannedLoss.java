package dev.poscart.adapters.mongo;

import java.util.Optional;

/** Which request or reply a {@link Proxy} drops next; each only once. */
final class PlannedLoss {

  private String commandToLose = "";
  private String requestToLose = "";
  private Proxy.Loss loss = Proxy.Loss.SILENT;

  synchronized void reply(String command, Proxy.Loss how) {
    commandToLose = command;
    loss = how;
  }

  synchronized void request(String command) {
    requestToLose = command;
  }

  synchronized boolean takesRequest(byte[] request) {
    boolean isLost = !requestToLose.isEmpty() && WireMessage.isCommand(request, requestToLose);
    if (isLost) {
      requestToLose = "";
    }
    return isLost;
  }

  synchronized Optional<Proxy.Loss> ofReplyTo(byte[] request) {
    if (commandToLose.isEmpty() || !WireMessage.isCommand(request, commandToLose)) {
      return Optional.empty();
    }
    commandToLose = "";
    return Optional.of(loss);
  }
}
