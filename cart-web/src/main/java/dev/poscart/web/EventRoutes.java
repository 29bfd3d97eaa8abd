package dev.poscart.web;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.poscart.domain.model.AccessToken;
import dev.poscart.domain.model.Acknowledgement;
import dev.poscart.domain.model.EventConsumer;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.usecase.access.TokenAuthentication;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The route by which peer services acknowledge events. The event id in the body identifies the
 * event; store, terminal and number in the path are ignored. Field names are in snake case in both
 * directions. An unknown event is answered with 404 and code 404004; it is an error of the caller,
 * not of this service.
 */
final class EventRoutes {

  private static final int MAX_ID = 128;
  private static final int MAX_MESSAGE = 10_000;

  private static final Map<String, EventConsumer> CONSUMERS =
      words(Stream.of(EventConsumer.values()), WireEnumNames::of);

  private static final Map<String, Acknowledgement.Status> STATUSES =
      words(
          Stream.of(Acknowledgement.Status.RECEIVED, Acknowledgement.Status.FAILED),
          WireEnumNames::of);

  private final EventUseCases useCases;
  private final TokenAuthentication tokens;
  private final LoginThrottle throttle;

  EventRoutes(EventUseCases useCases, TokenAuthentication tokens, LoginThrottle throttle) {
    this.useCases = useCases;
    this.tokens = tokens;
    this.throttle = throttle;
  }

  /** The body of an acknowledgement. */
  private record Word(
      String eventId,
      EventConsumer service,
      Acknowledgement.Status status,
      Optional<String> message) {}

  CompletionStage<Renderable> acknowledge(ApiRequest request) {
    return acknowledge(request, request.path("tenant_id"))
        .thenApply(
            word -> reply("notify_delivery_status", "Success to update delivery status", word));
  }

  /** Acknowledges an event of the desk, where kugelpos's terminal service has its route. */
  CompletionStage<Renderable> acknowledgeAtDesk(ApiRequest request) {
    String id = request.path("terminal_id");
    String tenantId =
        TerminalKey.parse(id)
            .map(TerminalKey::tenantId)
            .orElseThrow(() -> new Refused(Refusal.NOT_FOUND, "Terminal not found: " + id));
    return acknowledge(request, tenantId)
        .thenApply(
            word ->
                reply(
                    "update_delivery_status",
                    "Delivery Status Updated. terminal_id: %s, event_id: %s, service: %s, status: %s"
                        .formatted(
                            id,
                            word.eventId(),
                            WireEnumNames.of(word.service()),
                            WireEnumNames.of(word.status())),
                    word));
  }

  private CompletionStage<Word> acknowledge(ApiRequest request, String tenantId) {
    return throttle
        .guard(request, () -> authenticate(request, tenantId))
        .thenCompose(
            known -> {
              Word word = request.body(EventRoutes::read);
              return useCases
                  .acknowledgement()
                  .acknowledge(
                      tenantId,
                      word.eventId(),
                      word.service(),
                      new Acknowledgement(word.status(), word.message()))
                  .thenApply(status -> word);
            });
  }

  private static Renderable reply(String operation, String message, Word word) {
    return new Reply(200, operation, message, out -> write(out, word), JsonValueWriter.NULL);
  }

  /**
   * Authenticates by a service token, or else by the API key that the peer services share across
   * tenants.
   */
  private CompletionStage<Boolean> authenticate(ApiRequest request, String tenantId) {
    return request
        .bearerToken()
        .map(tokens::service)
        .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()))
        .thenApply(
            service ->
                service
                    .map(known -> expectTenant(known, tenantId))
                    .orElseGet(() -> expectKey(request)));
  }

  private static boolean expectTenant(AccessToken.OfService service, String tenantId) {
    if (!service.tenantId().equals(tenantId)) {
      throw new Refused(Refusal.NOT_PERMITTED, "The token is another tenant's");
    }
    return true;
  }

  private boolean expectKey(ApiRequest request) {
    if (!ApiKeys.opens(useCases.notifyKey(), request)) {
      throw new Refused(
          Refusal.NOT_AUTHENTICATED, "Invalid authentication for pub/sub notification");
    }
    return true;
  }

  private static Word read(Json body, Problems problems) {
    if (!(body instanceof Json.Obj object)) {
      problems.add("body", "Input should be a valid dictionary or object to extract fields from");
      problems.throwIfAny();
      throw new IllegalStateException("a reported problem must end the request");
    }
    ObjectFields fields = new ObjectFields(object, "body", problems);
    return new Word(
        fields.text("event_id", MAX_ID),
        fields.choice("service", CONSUMERS, EventConsumer.REPORT),
        fields.choice("status", STATUSES, Acknowledgement.Status.FAILED),
        fields.optionalText("message", MAX_MESSAGE));
  }

  private static void write(JsonGenerator out, Word word) throws IOException {
    out.writeStartObject();
    out.writeStringField("event_id", word.eventId());
    out.writeStringField("service", WireEnumNames.of(word.service()));
    out.writeStringField("status", WireEnumNames.of(word.status()));
    out.writeBooleanField("success", true);
    out.writeEndObject();
  }

  private static <T> Map<String, T> words(Stream<T> values, Function<T, String> word) {
    return values.collect(Collectors.toUnmodifiableMap(word, value -> value));
  }
}
