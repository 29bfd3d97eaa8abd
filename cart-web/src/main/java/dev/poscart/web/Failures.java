package dev.poscart.web;

import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.Stages;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Converts exceptions to error responses. The response to an unexpected one contains only a random
 * error id, under which the stack trace is logged.
 */
final class Failures {

  private static final Logger log = LoggerFactory.getLogger(Failures.class);
  private static final UserError INVALID_INPUT = UserError.of(Refusal.INVALID_INPUT);

  private Failures() {}

  static ErrorReply reply(Throwable failure) {
    Throwable cause = Stages.cause(failure);
    if (cause instanceof Refused refused) {
      return refused(refused);
    }
    if (cause instanceof InvalidRequest invalid) {
      return invalid(invalid.problems());
    }
    if (cause instanceof TransportRefusal transport) {
      return transport.reply();
    }
    if (cause instanceof TooManyFailures failures) {
      return ErrorReply.tooManyFailures(
          String.valueOf(failures.getMessage()), failures.retryAfter());
    }
    if (cause instanceof PortException portFailure) {
      return portFailure.category() == PortException.Category.UNREADABLE
          ? unreadable(portFailure)
          : unavailable(portFailure);
    }
    if (cause instanceof TimeoutException) {
      log.warn("answered 504: the request did not finish within its timeout");
      return ErrorReply.business(504, "Request timed out", UserError.TIMED_OUT);
    }
    return unexpected(cause);
  }

  private static ErrorReply unavailable(PortException failure) {
    if (failure.retryAfter().isPresent()) {
      // The call was skipped because earlier ones had failed, and those have been logged.
      log.debug("answered 503: {}", failure.getMessage());
    } else {
      log.warn("answered 503: {}", failure.getMessage());
    }
    return ErrorReply.unavailable(
        "External service not available: " + failure.port(),
        UserError.EXTERNAL_SERVICE,
        failure.retryAfter());
  }

  private static ErrorReply unreadable(PortException failure) {
    log.error("answered 500: cannot read stored data: {}", failure.getMessage(), failure);
    return ErrorReply.business(500, "Stored data cannot be read", UserError.UNREADABLE);
  }

  private static ErrorReply refused(Refused refused) {
    Refusal refusal = refused.refusal();
    int status = RefusalStatus.of(refusal);
    UserError userError = UserError.of(refusal);
    logRefusal(status, userError, refused);
    return switch (refusal) {
      case INVALID_INPUT -> invalid(List.of(RefusalText.problem(refused)));
      case NOT_AUTHENTICATED, NOT_PERMITTED, TENANT_MISMATCH ->
          ErrorReply.http(status, RefusalText.of(refused), userError);
      default -> ErrorReply.business(status, RefusalText.of(refused), userError);
    };
  }

  /**
   * A conflict is not the terminal's fault, so that its cause is looked for here. Details of other
   * refusals may contain what the terminal sent and are not logged.
   */
  private static void logRefusal(int status, UserError userError, Refused refused) {
    if (status == 409) {
      log.info("answered 409/{}: {}", userError.code(), refused.detail());
    } else {
      log.debug("answered {}/{}", status, userError.code());
    }
  }

  private static ErrorReply invalid(List<Problem> problems) {
    return new ErrorReply(
        422,
        ErrorReply.Source.VALIDATION,
        Problem.message(problems),
        INVALID_INPUT,
        Optional.of(Problem.list(problems)));
  }

  private static ErrorReply unexpected(Throwable cause) {
    String errorId = UUID.randomUUID().toString();
    log.error("unexpected error {}", errorId, cause);
    return new ErrorReply(
        500,
        ErrorReply.Source.UNEXPECTED,
        "Internal server error",
        UserError.UNEXPECTED,
        Optional.of(errorId));
  }
}
