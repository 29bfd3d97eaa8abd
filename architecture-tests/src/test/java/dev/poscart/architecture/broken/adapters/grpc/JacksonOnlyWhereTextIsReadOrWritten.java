package dev.poscart.architecture.broken.adapters.grpc;

import com.fasterxml.jackson.databind.JsonNode;

interface JacksonOnlyWhereTextIsReadOrWritten {
  JsonNode badJsonNode();
}
