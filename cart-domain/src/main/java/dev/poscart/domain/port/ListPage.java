package dev.poscart.domain.port;

import java.util.List;

/**
 * One page of a list.
 *
 * @param total number of elements on all pages
 */
public record ListPage<T>(List<T> elements, long total) {

  public ListPage {
    elements = List.copyOf(elements);
    if (total < 0) {
      throw new IllegalArgumentException("total: " + total + " (expected: >= 0)");
    }
  }

  /**
   * Which page of a list.
   *
   * @param limit number of elements of each page but the last
   * @param page from 1
   */
  public record Window(int limit, int page) {

    public Window {
      if (limit < 1 || page < 1) {
        throw new IllegalArgumentException(
            "limit " + limit + ", page " + page + " (expected: >= 1)");
      }
    }

    /** This page of a list that is known as a whole. */
    public <T> ListPage<T> of(List<T> all) {
      return new ListPage<>(
          all.stream().skip((long) limit * (page - 1)).limit(limit).toList(), all.size());
    }
  }
}
