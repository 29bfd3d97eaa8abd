package dev.poscart.app.crash;

import java.nio.file.Path;

/** Executes a run; reports its outcome in one line if it fails or its length was given. */
final class ReportedRun {

  private ReportedRun() {}

  /** The given seed, or a random one. */
  static long seed() {
    return Long.getLong("poscart.seed", System.nanoTime() % 1_000_000);
  }

  static Figures run(CrashPlan plan, Database database, Path folder) throws Exception {
    try (database;
        CrashRun run = new CrashRun(plan, database, folder)) {
      try {
        Figures figures = run.run();
        if (Long.getLong("poscart.crash.minutes", 0) > 0) {
          tell(plan, database, run, "violations 0");
        }
        return figures;
      } catch (Exception | AssertionError e) {
        tell(
            plan,
            database,
            run,
            "VIOLATION " + e + "\nDATA KEPT in " + folder + "\n" + run.output());
        throw e;
      }
    }
  }

  private static void tell(CrashPlan plan, Database database, CrashRun run, String outcome) {
    System.out.printf(
        "%s on %s, -Dposcart.seed=%d: %s, %s%n",
        plan.isPair() ? "pair" : "crash",
        database.getClass().getSimpleName(),
        plan.seed(),
        run.figures(),
        outcome);
  }
}
