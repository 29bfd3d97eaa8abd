package dev.poscart.web;

/** Renders a response. Rendering is work for a web thread. */
@FunctionalInterface
interface Renderable {

  Answer render();
}
