package dev.poscart.adapters.grpc;

import java.time.Duration;

/** Passes everything on, and lets the look-up policy know when the channel is connected. */
final class ReadyRelay implements ItemMasterObserver {

  private final ItemMasterObserver observer;
  private volatile Runnable ready = () -> {};

  ReadyRelay(ItemMasterObserver observer) {
    this.observer = observer;
  }

  void onReady(Runnable newReady) {
    ready = newReady;
  }

  @Override
  public void channelCreated() {
    observer.channelCreated();
  }

  @Override
  public void channelCreationFailed() {
    observer.channelCreationFailed();
  }

  @Override
  public void channelClosed() {
    observer.channelClosed();
  }

  @Override
  public void stateChanged(ChannelState from, ChannelState to) {
    if (to == ChannelState.READY) {
      ready.run();
    }
    observer.stateChanged(from, to);
  }

  @Override
  public void callEnded(String code, Duration duration) {
    observer.callEnded(code, duration);
  }
}
