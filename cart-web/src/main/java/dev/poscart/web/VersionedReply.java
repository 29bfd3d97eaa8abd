package dev.poscart.web;

/**
 * An answer about a cart in one of its versions, which the header {@code ETag} names.
 *
 * @param version as the store counts it
 */
record VersionedReply(Renderable reply, long version) implements Renderable {

  /** The version of a cart that was just made. */
  static final long FIRST = 1;

  @Override
  public Answer render() {
    return reply.render().with(Answer.ETAG, "\"" + version + "\"");
  }
}
