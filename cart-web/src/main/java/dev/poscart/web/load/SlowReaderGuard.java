package dev.poscart.web.load;

import java.io.IOException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * A slow-client guard: buffers each response and sends it once it is complete, so that no thread
 * waits for a client to read it. If unread responses exceed the memory budget, the connection is
 * closed.
 */
final class SlowReaderGuard extends Handler.Wrapper {

  private final ByteBudget budget;
  private final LoadCounters counters;

  SlowReaderGuard(ByteBudget budget, LoadCounters counters) {
    this.budget = budget;
    this.counters = counters;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    BufferedResponse answer = new BufferedResponse(request, response);
    return super.handle(
        request,
        answer,
        new Callback.Nested(callback) {
          @Override
          public void succeeded() {
            send(answer, getCallback());
          }
        });
  }

  private void send(BufferedResponse answer, Callback callback) {
    int bytes = answer.size();
    if (!budget.take(bytes)) {
      counters.cutOne();
      callback.failed(new IOException("unread responses exceed the memory budget"));
      return;
    }
    answer.send(Callback.from(() -> budget.giveBack(bytes), callback));
  }
}
