package dev.poscart.architecture.broken.web;

import io.grpc.ManagedChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

@SuppressWarnings("all")
final class NoCodeBlocks {
  private NoCodeBlocks() {}

  static int badJoin(CompletableFuture<Integer> future) {
    return future.join();
  }

  static Stream<Integer> badJoinByName(Stream<CompletableFuture<Integer>> futures) {
    return futures.map(CompletableFuture::join);
  }

  static Supplier<Integer> badJoinLater(CompletableFuture<Integer> future) {
    return () -> future.join();
  }

  static int badGet(Future<Integer> future) throws Exception {
    return future.get();
  }

  static int badTimedGet(FutureTask<Integer> task) throws Exception {
    return task.get(1, TimeUnit.SECONDS);
  }

  static void badSleep() throws InterruptedException {
    Thread.sleep(1);
  }

  static void badThreadEnd(Thread thread) throws InterruptedException {
    thread.join();
  }

  static void badLatch(CountDownLatch latch) throws InterruptedException {
    latch.await();
  }

  static void badMonitor(Object monitor) throws InterruptedException {
    monitor.wait();
  }

  static void badEnd(ExecutorService pool) throws InterruptedException {
    pool.awaitTermination(1, TimeUnit.SECONDS);
  }

  static Object badTimedPoll(LinkedBlockingQueue<Object> queue) throws InterruptedException {
    return queue.poll(1, TimeUnit.SECONDS);
  }

  static String badBlock(Mono<String> mono) {
    return mono.blockOptional().orElse("");
  }

  static void badChannelEnd(ManagedChannel channel) throws InterruptedException {
    channel.awaitTermination(1, TimeUnit.SECONDS);
  }

  static boolean goodPoll(LinkedBlockingQueue<Object> queue) {
    return queue.poll() == null;
  }

  static int goodLook(CompletableFuture<Integer> future) {
    return future.getNow(0);
  }
}
