package dev.poscart.architecture.broken.adapters.sqlite;

import java.util.concurrent.BlockingQueue;

@SuppressWarnings("all")
final class NoCodeBlocks {
  private NoCodeBlocks() {}

  static Object badTake(BlockingQueue<Object> queue) throws InterruptedException {
    return queue.take();
  }
}
