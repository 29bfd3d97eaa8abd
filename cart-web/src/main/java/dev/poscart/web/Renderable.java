package dev.poscart.web;

/** Something that knows how to become an answer; becoming one is work for a web thread. */
@FunctionalInterface
interface Renderable {

  Answer render();
}
