package dev.poscart.benchmarks.outage;

import dev.poscart.benchmarks.outage.TillLog.Wait;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * One way in which the item master, or the network to it, fails.
 *
 * @param name the fault and the number of tills
 * @param isSilence whether a new connection would work throughout
 * @param options of the service
 * @param prepared once, before the first round
 * @param round stages the fault once and returns how long each till waited
 */
record FaultScenario(
    String name, int tills, boolean isSilence, List<String> options, Act prepared, Round round) {

  /** Prepares the stage. */
  interface Act {
    void on(Stage stage);
  }

  /** Stages the fault once. */
  interface Round {
    List<Wait> on(Stage stage);
  }

  /** This many items per till show that all is well and the item master is quick. */
  private static final int WELL = 25;

  private static final Duration SLOW = Duration.ofSeconds(3);

  /** Packets are dropped while the only till is idle. */
  static FaultScenario silentWhileIdle(int seconds) {
    return new FaultScenario(
        "silent for the second half of " + seconds + " s without look-ups, 1 till",
        1,
        true,
        List.of(),
        stage -> {
          for (int i = 0; i < WELL; i++) {
            stage.enterOneItem();
          }
        },
        stage -> {
          pause(Duration.ofMillis(seconds * 500L));
          stage.network().fallSilent(List.of(Direction.values()));
          pause(Duration.ofMillis(seconds * 500L));
          stage.forgetLookUps();
          long asked = System.nanoTime();
          stage.enterOneItem();
          return stage.awaitWaitsSince(asked);
        });
  }

  /** Packets in these directions are dropped while tills enter items. */
  static FaultScenario silentUnderLoad(int tills, Direction... directions) {
    String where = directions.length == 1 ? " only " + directions[0] : "";
    return busy(
        "silent" + where + ", " + tills + (tills == 1 ? " till" : " tills"),
        tills,
        true,
        stage -> {
          long silent = System.nanoTime();
          stage.network().fallSilent(List.of(directions));
          return silent;
        });
  }

  /** No connection can be made for a while; the tills' waiting is measured from its end. */
  static FaultScenario down(Duration time) {
    return busy(
        "down for " + seconds(time) + " s, 15 tills, from its end",
        15,
        false,
        stage -> {
          stage.network().goDown();
          pause(time);
          long back = System.nanoTime();
          stage.network().comeBack();
          return back;
        });
  }

  /** The item master process is frozen for a while; the tills' waiting is measured from its end. */
  static FaultScenario frozenProcess(Duration time) {
    return busy(
        "process frozen (SIGSTOP) for " + seconds(time) + " s, 15 tills, from its end",
        15,
        false,
        stage -> {
          stage.itemMaster().freeze();
          pause(time);
          long back = System.nanoTime();
          stage.itemMaster().thaw();
          return back;
        });
  }

  /** The item master is slow; without the circuit breaker, which would soon reject look-ups. */
  static FaultScenario slow() {
    return new FaultScenario(
        "slow but alive: answers after " + seconds(SLOW) + " s, 10 tills, no circuit breaker",
        10,
        false,
        List.of("--use-item-breaker", "false"),
        stage -> {
          stage.open();
          stage.awaitItems(WELL);
          stage.itemMaster().answerAfter(SLOW);
        },
        stage -> {
          stage.forgetLookUps();
          return stage.awaitWaitsSince(System.nanoTime());
        });
  }

  /** Stages the fault and returns the moment from which the tills wait. */
  private interface Strike {
    long on(Stage stage);
  }

  private static FaultScenario busy(String name, int tills, boolean isSilence, Strike strike) {
    return new FaultScenario(
        name,
        tills,
        isSilence,
        List.of(),
        stage -> {
          stage.open();
          stage.awaitItems(WELL);
        },
        stage -> {
          stage.awaitItems(WELL);
          stage.forgetLookUps();
          return stage.awaitWaitsSince(strike.on(stage));
        });
  }

  private static String seconds(Duration time) {
    return String.valueOf(time.toMillis() / 1000.0).replaceAll("\\.0$", "");
  }

  private static void pause(Duration time) {
    LockSupport.parkNanos(time.toNanos());
  }
}
