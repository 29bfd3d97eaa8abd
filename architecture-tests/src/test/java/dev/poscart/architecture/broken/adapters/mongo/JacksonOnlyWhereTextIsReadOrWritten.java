package dev.poscart.architecture.broken.adapters.mongo;

import com.fasterxml.jackson.core.JsonParser;

interface JacksonOnlyWhereTextIsReadOrWritten {
  JsonParser badJsonParser();
}
