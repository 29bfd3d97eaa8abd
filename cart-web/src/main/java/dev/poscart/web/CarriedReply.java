package dev.poscart.web;

/**
 * A response with a carried cart. It is compressed if the client accepts that: most of it is the
 * cart, which shrinks to a tenth.
 */
record CarriedReply(Renderable reply) implements Renderable {

  @Override
  public Answer render() {
    return reply.render().compressible();
  }
}
