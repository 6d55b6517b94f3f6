package io.watchdeck.aws;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/// Which certificate authorities are trusted.
final class Trust {

    private Trust() {}

    /// The same as [#including], read when it is first needed where the file looks right.
    ///
    /// @throws IllegalArgumentException when the file cannot be read or holds nothing like a certificate
    static TrustManager[] later(Path pem) {
        try {
            return Files.readString(pem, StandardCharsets.ISO_8859_1).contains("-----BEGIN")
                    ? new TrustManager[] {new LaterTrust(pem)} : including(pem);
        } catch (IOException e) {
            throw new IllegalArgumentException(pem + " cannot be read", e);
        }
    }

    /// The JDK's own authorities and those of a PEM file.
    ///
    /// @throws IllegalArgumentException when the file cannot be read or holds no certificate
    static TrustManager[] including(Path pem) {
        try (InputStream file = Files.newInputStream(pem)) {
            Collection<? extends Certificate> more = CertificateFactory.getInstance("X.509").generateCertificates(file);
            if (more.isEmpty()) {
                throw new IllegalArgumentException(pem + " holds no certificate");
            }
            KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
            all.load(null, null);
            int number = 0;
            for (Certificate each : more) {
                all.setCertificateEntry("added-" + number++, each);
            }
            for (TrustManager manager : managers(null)) {
                if (manager instanceof X509TrustManager own) {
                    for (X509Certificate each : own.getAcceptedIssuers()) {
                        all.setCertificateEntry("own-" + number++, each);
                    }
                }
            }
            return managers(all);
        } catch (CertificateException e) {
            throw new IllegalArgumentException(pem + " holds something else than certificates", e);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException(pem + " cannot be read", e);
        }
    }

    private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
