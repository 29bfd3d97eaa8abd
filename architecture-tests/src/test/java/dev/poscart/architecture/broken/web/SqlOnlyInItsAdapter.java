package dev.poscart.architecture.broken.web;

import java.sql.Connection;

interface SqlOnlyInItsAdapter {
  Connection badConnection();
}
