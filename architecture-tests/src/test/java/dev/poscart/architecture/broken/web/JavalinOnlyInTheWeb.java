package dev.poscart.architecture.broken.web;

import io.javalin.http.Context;

interface JavalinOnlyInTheWeb {
  Context goodContext();
}
