package io.watchdeck.aws;

import java.net.Socket;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// Trusts what [Trust#including] does, which is asked when the first server shows its certificate: to read the authorities of
/// a machine takes a good part of what a window takes to open.
final class LaterTrust extends X509ExtendedTrustManager {

    /// The authorities of a file are not known, so that no server is.
    static final class Unreadable extends CertificateException {
        private static final long serialVersionUID = 1;

        private final String file;

        Unreadable(Path file, IllegalArgumentException cause) {
            super(cause.getMessage(), cause);
            this.file = file.toString();
        }

        String file() {
            return file;
        }
    }

    private final Path file;
    private @Nullable X509ExtendedTrustManager made;

    /// @param file that the authorities are read from, once; where it cannot be read no certificate is trusted
    LaterTrust(Path file) {
        this.file = file;
    }

    private synchronized X509ExtendedTrustManager trust() {
        X509ExtendedTrustManager known = made;
        if (known == null) {
            known = (X509ExtendedTrustManager) Trust.including(file)[0];
            made = known;
        }
        return known;
    }

    /// The same, where a mistake in the file is one of the handshake.
    private X509ExtendedTrustManager readable() throws CertificateException {
        try {
            return trust();
        } catch (IllegalArgumentException unreadable) {
            throw new Unreadable(file, unreadable);
        }
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return trust().getAcceptedIssuers();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        readable().checkServerTrusted(chain, type);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        readable().checkServerTrusted(chain, type, socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        readable().checkServerTrusted(chain, type, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        readable().checkClientTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        readable().checkClientTrusted(chain, type, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        readable().checkClientTrusted(chain, type, engine);
    }
}
