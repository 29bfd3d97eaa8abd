package dev.poscart.architecture.broken.web;

import dev.poscart.architecture.broken.domain.port.Value;

interface WebCallsNoPort {
  Value badPort();

  Value.Answer goodAnswer();
}
