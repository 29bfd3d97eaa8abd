package dev.poscart.web;

/**
 * A response about a cart, with its version in the header {@code ETag}.
 *
 * @param version the version in the store
 */
record VersionedReply(Renderable reply, long version) implements Renderable {

  /** The version of a new cart. */
  static final long FIRST = 1;

  @Override
  public Answer render() {
    return reply.render().with(Answer.ETAG, "\"" + version + "\"");
  }
}
