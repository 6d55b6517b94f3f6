package io.watchdeck.aws;

import static io.watchdeck.model.Readings.failure;
import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.refresh.Backoff;
import io.watchdeck.refresh.Limiter;
import io.watchdeck.stack.Access;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A company's proxy shows certificates of its own authority, which the JDK does not know.
@ExtendWith(TestKeys.class)
class TrustTest {

    private static final char[] SECRET = "changeit".toCharArray();

    @TempDir
    Path folder;

    private HttpsServer server;
    private Path pem;

    @BeforeEach
    void serve() throws Exception {
        Path keys = folder.resolve("keys.p12");
        int code = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", "company", "-keyalg", "EC", "-dname", "CN=company", "-ext",
                "san=ip:127.0.0.1", "-keystore", keys.toString(), "-storepass", "changeit").inheritIO().start()
                .waitFor();
        assertThat(code).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, SECRET);
        }
        pem = Files.writeString(folder.resolve("company.pem"), "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(store.getCertificate("company").getEncoded())
                + "\n-----END CERTIFICATE-----\n");
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, SECRET);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            byte[] body = "{\"services\":[{\"serviceName\":\"api\",\"runningCount\":2}]}"
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void anUnknownAuthorityIsToldApartFromNoConnection() {
        Failure failure = failure(read(AwsSettings.standard()));

        assertThat(failure.kind()).isEqualTo(Failure.Kind.UNREACHABLE);
        assertThat(failure.sentence().key()).isEqualTo("failure.aws.certificate");
    }

    @Test
    void theCompanysAuthorityIsTrustedWhereItIsNamed() {
        assertThat(value(read(AwsSettings.standard().withCertificates(pem))).running()).isEqualTo(2);
    }

    @Test
    void theJdksOwnAuthoritiesStayTrusted() {
        assertThat(Trust.including(pem)).singleElement().isInstanceOfSatisfying(X509TrustManager.class,
                manager -> assertThat(manager.getAcceptedIssuers()).hasSizeGreaterThan(20));
    }

    @Test
    void aFileThatHoldsNoCertificateIsRefused() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        Path letter = Files.writeString(folder.resolve("letter.pem"), "Dear colleagues");

        assertThatIllegalArgumentException().isThrownBy(() -> Trust.including(empty))
                .withMessageContaining("no certificate");
        assertThatIllegalArgumentException().isThrownBy(() -> Trust.including(letter)).withMessageContaining("letter");
        assertThatIllegalArgumentException().isThrownBy(() -> Trust.including(folder.resolve("none.pem")))
                .withMessageContaining("cannot be read");
        assertThatIllegalArgumentException().isThrownBy(() -> Trust.later(empty))
                .withMessageContaining("no certificate");
        assertThatIllegalArgumentException().isThrownBy(() -> Trust.later(folder.resolve("none.pem")))
                .withMessageContaining("cannot be read");
    }

    @Test
    void aDamagedCertificateIsToldAsOneWhenTheFirstServerIsMet() throws Exception {
        Path damaged = Files.writeString(folder.resolve("damaged.pem"),
                "-----BEGIN CERTIFICATE-----\nZGVhciBjb2xsZWFndWVz\n-----END CERTIFICATE-----\n");

        Failure failure = failure(read(AwsSettings.standard().withCertificates(damaged)));

        assertThat(failure.sentence().key()).isEqualTo("failure.aws.authorities");
        assertThat(failure.sentence().arguments()).contains(damaged.toString());
    }

    private Reading<ServiceState> read(AwsSettings settings) {
        try (var connector = new AwsConnector(_ -> {}, Clock.systemUTC(), settings, new Limiter(() -> 0, _ -> {}),
                Backoff.polite())) {
            Access access = Access.defaults(AwsRig.SEOUL)
                    .withEndpoint(URI.create("https://127.0.0.1:" + server.getAddress().getPort()));
            return connector.connect(access).fleet().services("shop", List.of("api")).get("api");
        }
    }
}
