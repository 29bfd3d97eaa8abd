package dev.poscart.architecture.broken.adapters.sqlite;

import java.util.concurrent.BlockingQueue;

@SuppressWarnings("all")
final class NobodyWaits {
  private NobodyWaits() {}

  static Object badTake(BlockingQueue<Object> queue) throws InterruptedException {
    return queue.take();
  }
}
