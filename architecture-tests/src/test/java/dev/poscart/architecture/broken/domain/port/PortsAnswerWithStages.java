package dev.poscart.architecture.broken.domain.port;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;

interface PortsAnswerWithStages {
  int badCount();

  Future<Integer> badFuture();

  CompletionStage<Integer> goodStage();

  interface Answer {
    int goodCount();
  }
}
