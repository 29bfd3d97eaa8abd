package dev.poscart.architecture.broken.register;

import dev.poscart.architecture.broken.web.Value;

interface RegisterKnowsOnlyItself {
  Value badAcquaintance();

  String goodAcquaintance();
}
