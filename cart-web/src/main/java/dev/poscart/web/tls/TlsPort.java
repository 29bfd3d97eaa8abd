package dev.poscart.web.tls;

import java.util.List;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** A port that speaks HTTP/1.1 over TLS 1.2 or 1.3 and nothing else. */
public final class TlsPort {

  private static final long REMEMBERED_SECONDS = 31_536_000;

  private TlsPort() {}

  /**
   * What the port speaks, outermost first; it looks after the files as long as it runs.
   *
   * @param http is told to mark requests as secure and to tell browsers for a year to come with TLS
   * @throws WrongTlsFileException if a file is not what it should be
   */
  public static List<ConnectionFactory> protocols(
      TlsFiles files, Server server, HttpConfiguration http) {
    SslContextFactory.Server context = context();
    TlsWatch watch = new TlsWatch(files, context, server.getScheduler());
    // Tills and load balancers may come by address: the name they ask for is theirs to check.
    http.addCustomizer(new SecureRequestCustomizer(false, REMEMBERED_SECONDS, false));
    HttpConnectionFactory inside = new HttpConnectionFactory(http);
    SslConnectionFactory outside = new SslConnectionFactory(context, inside.getProtocol());
    outside.addBean(watch);
    outside.setDirectBuffersForEncryption(false);
    outside.setDirectBuffersForDecryption(false);
    return List.of(outside, inside);
  }

  static SslContextFactory.Server context() {
    SslContextFactory.Server context = new SslContextFactory.Server();
    context.setIncludeProtocols("TLSv1.3", "TLSv1.2");
    context.setRenegotiationAllowed(false);
    context.setKeyStorePassword(Identity.PASSWORD);
    return context;
  }
}
