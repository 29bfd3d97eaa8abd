package dev.poscart.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Set;

/** What is planned and not there; a rule about it waits, visibly, as skipped. */
final class Unbuilt {

  static final Set<String> ROOMS = Set.of();
  static final Set<String> CLASSES = Set.of();

  private Unbuilt() {}

  /** Whether what is missing is missing by plan. */
  static boolean explains(List<String> missing) {
    return !missing.isEmpty() && missing.stream().allMatch(Unbuilt::isPlanned);
  }

  /** What has been built, so that no rule may wait for it. */
  static List<String> builtIn(String root, JavaClasses classes) {
    return classes.stream()
        .filter(each -> !each.getName().endsWith(".package-info"))
        .map(each -> each.getName().replace(root + ".", ""))
        .filter(Unbuilt::isPlanned)
        .toList();
  }

  private static boolean isPlanned(String name) {
    return CLASSES.contains(name)
        || ROOMS.stream().anyMatch(room -> (name + ".").startsWith(room + "."));
  }
}
