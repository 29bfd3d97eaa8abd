package dev.poscart.app.tracing;

import dev.poscart.domain.model.LogEntry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A port with a span around each call that belongs to a traced request. Calls of background jobs
 * pass through. A port that it hands out, as a set of stores does, is traced as well.
 */
final class TracedPort implements InvocationHandler {

  private static final String PORTS = "dev.poscart.domain.port";

  private final Object port;
  private final String name;
  private final OtelTracing tracing;

  private TracedPort(Object port, String name, OtelTracing tracing) {
    this.port = port;
    this.name = name;
    this.tracing = tracing;
  }

  static <T> T of(Class<T> type, T port, String name, OtelTracing tracing) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, new TracedPort(port, name, tracing)));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] values)
      throws Throwable {
    if (CompletionStage.class.isAssignableFrom(method.getReturnType())) {
      Context parent = Context.current();
      return Span.fromContext(parent).getSpanContext().isValid()
          ? call(parent, method, values)
          : invoke(method, values);
    }
    Object result = invoke(method, values);
    return method.getReturnType().isInterface()
            && method.getReturnType().getPackageName().equals(PORTS)
        ? traced(method.getReturnType(), result, method.getName())
        : result;
  }

  private <T> T traced(Class<T> type, @Nullable Object handedOut, String itsName) {
    return of(type, type.cast(Objects.requireNonNull(handedOut)), itsName, tracing);
  }

  private CompletionStage<?> call(Context parent, Method method, Object @Nullable [] values) {
    if (values != null && values[0] instanceof LogEntry entry) {
      tracing.remember(entry, parent);
    }
    return tracing.traced(
        name + " " + method.getName(), SpanKind.INTERNAL, parent, () -> stage(method, values));
  }

  private CompletionStage<Object> stage(Method method, Object @Nullable [] values) {
    try {
      return cast(invoke(method, values));
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("ports throw no checked exceptions", e);
    }
  }

  @SuppressWarnings("unchecked") // the caller's type is that of the method
  private static CompletionStage<Object> cast(@Nullable Object stage) {
    return (CompletionStage<Object>) Objects.requireNonNull(stage);
  }

  private @Nullable Object invoke(Method method, Object @Nullable [] values) throws Throwable {
    try {
      return method.invoke(port, values);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
