package dev.poscart.app;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;

/**
 * Handles the signals that ask the process to stop. A shutdown hook, the only portable way, would
 * miss all but the first of them, so a second Ctrl-C could not force the exit. {@code
 * sun.misc.Signal} can tell them apart. Every JDK has it, but no specification promises it, so it
 * is used by reflection.
 */
final class Signals {

  private static final Map<String, Integer> ENDING = Map.of("HUP", 1, "INT", 2, "TERM", 15);

  private final Runnable first;
  private final IntConsumer again;
  private final AtomicBoolean asked = new AtomicBoolean();

  /**
   * @param first run on the first signal; must not block
   * @param again run on each further signal, with its number
   */
  Signals(Runnable first, IntConsumer again) {
    this.first = first;
    this.again = again;
  }

  /** Installs the handlers; where this is impossible, the hook runs on the first signal. */
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
      // The JVM reserves this signal, or the platform lacks it.
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
