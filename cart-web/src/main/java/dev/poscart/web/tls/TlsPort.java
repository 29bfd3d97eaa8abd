package dev.poscart.web.tls;

import java.util.List;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Creates the protocols of the HTTPS port: HTTP/1.1 over TLS 1.2 or 1.3. */
public final class TlsPort {

  private static final long REMEMBERED_SECONDS = 31_536_000;

  private TlsPort() {}

  /**
   * The protocols of the port, outermost first. The files are watched as long as the port is open.
   *
   * @param http is changed to mark requests as secure and to send HSTS for a year
   * @throws WrongTlsFileException if a file is unreadable or invalid
   */
  public static List<ConnectionFactory> protocols(
      TlsFiles files, Server server, HttpConfiguration http) {
    SslContextFactory.Server context = context();
    TlsWatch watch = new TlsWatch(files, context, server.getScheduler());
    // Without a check of the requested name: tills and load balancers may connect by address, and
    // verifying the name is up to them.
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
