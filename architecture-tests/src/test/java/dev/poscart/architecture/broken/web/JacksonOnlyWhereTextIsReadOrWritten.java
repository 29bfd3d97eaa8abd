package dev.poscart.architecture.broken.web;

import com.fasterxml.jackson.databind.JsonNode;

interface JacksonOnlyWhereTextIsReadOrWritten {
  JsonNode goodJsonNode();
}
