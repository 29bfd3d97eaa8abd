package dev.poscart.architecture.broken.adapters.sqlite;

import java.util.concurrent.BlockingQueue;

@SuppressWarnings("all")
final class OperationQueue {
  private OperationQueue() {}

  static Object take(BlockingQueue<Object> queue) throws InterruptedException {
    return queue.take();
  }
}
