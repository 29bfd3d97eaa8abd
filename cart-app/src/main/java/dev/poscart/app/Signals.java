package dev.poscart.app;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;

/**
 * Signals that ask the process to end. The Java platform lets a program hear the first of them
 * only, as a shutdown hook; who asks a second time would wait like everybody else. So they are
 * taken over by a class that all JDKs have but none promises, and which is therefore asked for by
 * name.
 */
final class Signals {

  private static final Map<String, Integer> ENDING = Map.of("HUP", 1, "INT", 2, "TERM", 15);

  private final Runnable first;
  private final IntConsumer again;
  private final AtomicBoolean asked = new AtomicBoolean();

  /**
   * Composes.
   *
   * @param first what the first signal starts; must not wait
   * @param again what each further one does, with the signal's number
   */
  Signals(Runnable first, IntConsumer again) {
    this.first = first;
    this.again = again;
  }

  /** Listens; where that is not possible, the first signal is heard as a shutdown hook. */
  void listen(Runnable hook) {
    try {
      for (Map.Entry<String, Integer> signal : ENDING.entrySet()) {
        takeOver(signal.getKey(), signal.getValue());
      }
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      Runtime.getRuntime().addShutdownHook(new Thread(hook, "shutdown"));
    }
  }

  private void takeOver(String name, int number) throws ReflectiveOperationException {
    Class<?> signal = Class.forName("sun.misc.Signal");
    Class<?> handler = Class.forName("sun.misc.SignalHandler");
    Object ours =
        Proxy.newProxyInstance(
            handler.getClassLoader(),
            new Class<?>[] {handler},
            (proxy, method, arguments) -> {
              heard(number);
              return null;
            });
    try {
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), ours);
    } catch (InvocationTargetException e) {
      // The JVM keeps this one for itself, or the platform has no such signal.
      throw new IllegalArgumentException(name, e);
    }
  }

  private void heard(int number) {
    if (asked.compareAndSet(false, true)) {
      first.run();
    } else {
      again.accept(number);
    }
  }
}
