package dev.poscart.adapters.grpc;

import static dev.poscart.adapters.grpc.Samples.ONIGIRI;
import static dev.poscart.adapters.grpc.Samples.TERMINAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.Slow;
import dev.poscart.domain.port.PortException.Category;
import io.grpc.ServerCredentials;
import io.grpc.TlsServerCredentials;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS, mutual TLS and tokens, from files that change. */
@Slow
class ChannelSecurityTest {

  private static final Duration LOOK_EVERY = Duration.ofMillis(20);

  @TempDir private Path folder;

  private static ItemMasterServer server(ServerCredentials credentials) {
    ItemMasterServer server = ItemMasterServer.started(credentials);
    server.put(Samples.onigiri().build());
    return server;
  }

  private static ItemMasterAdapter open(ItemMasterServer server, ChannelSecurity security) {
    return ItemMasterAdapter.open(
        Samples.bare(server.target()).withDeadline(Duration.ofSeconds(2)).withSecurity(security),
        ItemMasterObserver.NONE);
  }

  private static ChannelSecurity tls(
      Path trustedCertificates, Optional<Path> chain, Optional<Path> key) {
    return new ChannelSecurity(
        true, Optional.of(trustedCertificates), chain, key, Optional.empty(), LOOK_EVERY);
  }

  private static ChannelSecurity token(Path file) {
    return new ChannelSecurity(
        false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(file), LOOK_EVERY);
  }

  private static boolean answers(ItemMasterAdapter adapter) {
    return Await.result(
        adapter
            .port()
            .findItems(TERMINAL, Set.of(ONIGIRI))
            .handle((items, failure) -> failure == null && items.containsKey(ONIGIRI)));
  }

  @Test
  void trustedServer_isAccepted_andAnotherAfterTheTrustFileChanged() throws Exception {
    Pem first = Pem.make(folder, "first");
    Pem second = Pem.make(folder, "second");
    Path trust = Files.copy(first.certificate(), folder.resolve("trust.pem"));
    try (ItemMasterServer server =
        server(TlsServerCredentials.create(second.certificate().toFile(), second.key().toFile()))) {
      ItemMasterAdapter adapter = open(server, tls(trust, Optional.empty(), Optional.empty()));
      assertThat(answers(adapter)).isFalse();
      Files.writeString(trust, Files.readString(second.certificate()) + "\n");
      Await.until("the new trust holds", () -> answers(adapter));
      assertThat(adapter.channelsCreated()).isEqualTo(1);
      Await.result(adapter.end("test over"));
    }
  }

  @Test
  void clientCertificate_isSent_andTheNewOneAfterItChanged() throws Exception {
    Pem server = Pem.make(folder, "server");
    Pem known = Pem.make(folder, "known");
    Pem mine = Pem.make(folder, "mine");
    ServerCredentials asking =
        TlsServerCredentials.newBuilder()
            .keyManager(server.certificate().toFile(), server.key().toFile())
            .trustManager(known.certificate().toFile())
            .clientAuth(TlsServerCredentials.ClientAuth.REQUIRE)
            .build();
    try (ItemMasterServer master = server(asking)) {
      ItemMasterAdapter adapter =
          open(
              master,
              tls(server.certificate(), Optional.of(mine.certificate()), Optional.of(mine.key())));
      assertThat(answers(adapter)).isFalse();
      known.replace(mine);
      Await.until("the new identity holds", () -> answers(adapter));
      Await.result(adapter.end("test over"));
    }
  }

  @Test
  void token_isSentWithEachCall_asCurrentlyInTheFile() throws Exception {
    Path token = Files.writeString(folder.resolve("token"), "one\n");
    try (ItemMasterServer server = ItemMasterServer.started()) {
      server.put(Samples.onigiri().build());
      ItemMasterAdapter adapter = open(server, token(token));
      assertThat(answers(adapter)).isTrue();
      assertThat(server.lastAuthorization()).isEqualTo("Bearer one");
      Files.writeString(token, "another\n");
      Await.until(
          "the new token is sent",
          () -> answers(adapter) && server.lastAuthorization().equals("Bearer another"));
      Await.result(adapter.end("test over"));
    }
  }

  @Test
  void missingFile_isAFailedCreation() throws Exception {
    try (ItemMasterServer server = ItemMasterServer.started()) {
      ItemMasterAdapter adapter = open(server, token(folder.resolve("missing")));
      var failed = adapter.port().findItems(TERMINAL, Set.of(ONIGIRI));
      assertThat(Await.portFailure(failed).category()).isEqualTo(Category.UNAVAILABLE);
      assertThat(adapter.channelsCreated()).isZero();
      Await.result(adapter.end("test over"));
    }
  }
}
