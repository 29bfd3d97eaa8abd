package dev.poscart.web.load;

import java.io.IOException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * A slow-client guard: sends each response when it is whole. No thread waits for a caller to read
 * it: the answer is kept in memory, and if all those unread become too much, the caller is cut.
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
      callback.failed(new IOException("too many answers that nobody reads"));
      return;
    }
    answer.send(Callback.from(() -> budget.giveBack(bytes), callback));
  }
}
