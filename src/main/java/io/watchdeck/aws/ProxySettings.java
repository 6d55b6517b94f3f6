package io.watchdeck.aws;

import java.util.HashSet;
import java.util.Set;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;

/// The proxy of `HTTPS_PROXY` or the JDK's `https.proxyHost`, which the SDK's client does not look for by itself, but for
/// the hosts of `NO_PROXY`. What runs on this machine, such as an emulator, is never asked through it. A proxy that asks
/// for a password cannot be used: the JDK answers no challenge while a request streams.
final class ProxySettings {

    /// Regular expressions of hosts.
    private static final Set<String> LOOPBACK = Set.of("localhost", "127\\..*", "\\[?::1]?");

    private ProxySettings() {}

    static ProxyConfiguration ofThisMachine() {
        ProxyConfiguration named = ProxyConfiguration.builder().scheme("https").build();
        var direct = new HashSet<>(LOOPBACK);
        direct.addAll(named.nonProxyHosts());
        return named.toBuilder().nonProxyHosts(direct).build();
    }
}
