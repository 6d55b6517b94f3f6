package io.watchdeck;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What a console watches, or a command asks about: where both are equal, the console can answer for the command.
///
/// @param origin      which stacks
/// @param folder      that they come from; empty for shipped ones
/// @param endpoint    that is used instead of AWS's own; may be empty
/// @param credentials a digest of what the environment says of them
record Watched(StackChoice.Origin origin, String folder, String endpoint, String credentials) {

    /// The variables of AWS's tools that decide who asks. Their values stay in this process.
    private static final List<String> CREDENTIALS = List.of("AWS_PROFILE", "AWS_ACCESS_KEY_ID", "AWS_CONFIG_FILE",
            "AWS_SHARED_CREDENTIALS_FILE", "AWS_ROLE_ARN", "AWS_WEB_IDENTITY_TOKEN_FILE",
            "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI");

    static Watched of(Options options, StackChoice choice, Map<String, String> environment) {
        return new Watched(choice.origin(), choice.folder().map(Watched::real).orElse(""),
                options.endpoint().map(Object::toString).orElse(""), digest(CREDENTIALS.stream()
                        .map(name -> environment.getOrDefault(name, "")).collect(Collectors.joining("\n"))));
    }

    Map<String, String> terms() {
        return Map.of("origin", origin.name(), "folder", folder, "endpoint", endpoint, "credentials", credentials);
    }

    boolean isMeantBy(Map<String, String> terms) {
        return terms.entrySet().containsAll(terms().entrySet());
    }

    private static String real(Path folder) {
        try {
            return folder.toRealPath().toString();
        } catch (IOException gone) {
            return folder.toAbsolutePath().normalize().toString();
        }
    }

    private static String digest(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8)), 0, 8);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
