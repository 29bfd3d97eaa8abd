package dev.poscart.domain.usecase.desk;

import dev.poscart.domain.model.ChangeId;
import dev.poscart.domain.model.DeskState;
import dev.poscart.domain.model.FunctionMode;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.StaffMember;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalRecord;
import dev.poscart.domain.port.DeskDirectory;
import dev.poscart.domain.port.PinHashes;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.port.TerminalRecords;
import dev.poscart.domain.usecase.change.ChangeContext;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Changes what is known of a terminal beside its log: signs staff in and out, sets the function
 * mode and the description. Of concurrent changes the second one is decided anew after the first.
 */
public final class DeskService {

  private static final int ATTEMPTS = 64;

  private final DeskStates states;
  private final TerminalRecords records;
  private final DeskDirectory directory;
  private final PinHashes pins;
  private final Clock clock;

  public DeskService(
      DeskStates states,
      TerminalRecords records,
      DeskDirectory directory,
      PinHashes pins,
      Clock clock) {
    this.states = states;
    this.records = records;
    this.directory = directory;
    this.pins = pins;
    this.clock = clock;
  }

  /** A change of the record; refuses or keeps it if the state does not allow the change. */
  private interface Step {
    TerminalRecord apply(DeskState state, TerminalRecord record);
  }

  /**
   * Signs staff in.
   *
   * @param pin required of those who have one
   * @return fails with {@link Refusal#ALREADY_SIGNED_IN}, {@link Refusal#STAFF_UNKNOWN} also for
   *     inactive staff, or {@link Refusal#PIN_WRONG}
   */
  public CompletionStage<DeskState> signIn(
      ChangeContext context, String staffId, Optional<String> pin) {
    return Stages.attempt(
        () ->
            directory
                .staff(context.terminal().key().tenantId())
                .thenCompose(
                    staff -> {
                      Optional<StaffMember> known =
                          staff.stream()
                              .filter(member -> member.id().equals(staffId) && member.active())
                              .findFirst();
                      return isPinRight(known, pin)
                          .thenCompose(
                              right ->
                                  change(
                                      context,
                                      (state, record) ->
                                          signedIn(state, record, staffId, known, right)));
                    }));
  }

  private CompletionStage<Boolean> isPinRight(Optional<StaffMember> known, Optional<String> pin) {
    Optional<String> hash = known.flatMap(StaffMember::pinHash);
    if (hash.isEmpty() || pin.isEmpty()) {
      return Stages.completed(hash.isEmpty());
    }
    return pins.matches(pin.get(), hash.get());
  }

  private static TerminalRecord signedIn(
      DeskState state,
      TerminalRecord record,
      String staffId,
      Optional<StaffMember> known,
      boolean isPinRight) {
    if (state.staff().isPresent()) {
      throw new Refused(
          Refusal.ALREADY_SIGNED_IN, "Staff is signed in: " + state.staff().get().id());
    }
    StaffMember member =
        known.orElseThrow(() -> new Refused(Refusal.STAFF_UNKNOWN, "Staff not found: " + staffId));
    if (!isPinRight) {
      throw new Refused(Refusal.PIN_WRONG, "PIN missing or wrong, staff: " + staffId);
    }
    return record.withStaff(Optional.of(member.staff()));
  }

  /** Signs the staff out, if there are any. */
  public CompletionStage<DeskState> signOut(ChangeContext context) {
    return Stages.attempt(
        () -> change(context, (state, record) -> record.withStaff(Optional.empty())));
  }

  /** Sets the function mode, if the status of the terminal allows it. */
  public CompletionStage<DeskState> setFunctionMode(ChangeContext context, FunctionMode mode) {
    return Stages.attempt(
        () ->
            change(
                context,
                (state, record) -> {
                  if (!mode.isAllowed(state.status())) {
                    throw new Refused(
                        Refusal.DESK_STATUS,
                        "Function mode is not allowed in status " + state.status());
                  }
                  return record.withFunctionMode(mode);
                }));
  }

  /** Sets the description of the terminal. */
  public CompletionStage<DeskState> describe(ChangeContext context, String description) {
    return Stages.attempt(
        () -> change(context, (state, record) -> record.withDescription(description)));
  }

  /** The state of a terminal. */
  public CompletionStage<DeskState> state(Terminal terminal) {
    return states.state(terminal, clock.instant());
  }

  private CompletionStage<DeskState> change(ChangeContext context, Step step) {
    return change(context, step, 1);
  }

  private CompletionStage<DeskState> change(ChangeContext context, Step step, int attempt) {
    Terminal terminal = context.terminal();
    Optional<String> id = context.change().map(ChangeId::value);
    return states
        .read(terminal, clock.instant())
        .thenCompose(
            known -> {
              TerminalRecord before = known.recordOrNew();
              if (id.isPresent() && before.changeId().equals(id)) {
                return Stages.completed(known.state());
              }
              TerminalRecord after = step.apply(known.state(), before).changedBy(id);
              return records
                  .save(terminal.key(), after, known.recordVersion())
                  .thenCompose(saved -> saved ? state(terminal) : again(context, step, attempt));
            });
  }

  private CompletionStage<DeskState> again(ChangeContext context, Step step, int attempt) {
    if (attempt == ATTEMPTS) {
      throw new Refused(Refusal.CONFLICT, "The terminal kept changing; nothing was applied");
    }
    return change(context, step, attempt + 1);
  }
}
