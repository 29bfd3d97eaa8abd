package dev.poscart.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** A file on the class path, and the content type it is served with. */
record Resource(String path, String contentType) {

  private static final String SWAGGER_UI = "/META-INF/resources/webjars/swagger-ui/";
  private static final String SWAGGER_UI_VERSION =
      "/META-INF/maven/org.webjars/swagger-ui/pom.properties";

  /** A file next to this class. */
  static Resource ours(String path, String contentType) {
    return new Resource(path, contentType + ";charset=utf-8");
  }

  /** A file of Swagger UI, in the version on the class path. */
  static Resource swaggerUi(String name, String contentType) {
    Properties properties = new Properties();
    try (InputStream in = open(SWAGGER_UI_VERSION)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ours(SWAGGER_UI + properties.getProperty("version") + "/" + name, contentType);
  }

  /** The contents of the file; read each time, since requests are rare. */
  byte[] read() {
    try (InputStream in = open(path)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Answer answer() {
    return Answer.file(contentType, read());
  }

  private static InputStream open(String path) {
    return Objects.requireNonNull(Resource.class.getResourceAsStream(path), path);
  }
}
