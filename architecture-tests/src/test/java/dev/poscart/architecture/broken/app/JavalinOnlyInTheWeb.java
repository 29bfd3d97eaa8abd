package dev.poscart.architecture.broken.app;

import io.javalin.http.Context;
import org.eclipse.jetty.server.Server;

interface JavalinOnlyInTheWeb {
  Context badContext();

  Server badServer();
}
