package io.watchdeck.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.watchdeck.identity.Door;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.ssooidc.model.CreateTokenResponse;
import software.amazon.awssdk.services.ssooidc.model.RegisterClientResponse;
import software.amazon.awssdk.utils.UserHomeDirectoryUtils;

/// The tokens of SSO as the AWS command line keeps them (`botocore.tokens` and `botocore.utils.SSOTokenFetcher`), and the
/// SDKs read and renew them: a file for each session or start page, named by its SHA-1.
///
/// @param folder `~/.aws/sso/cache`
record SsoTokens(Path folder) {

    /// Made for the first token.
    private static final class Form {
        private static final ObjectMapper JSON = new ObjectMapper();
    }

    static SsoTokens ofThisPerson() {
        return new SsoTokens(Path.of(UserHomeDirectoryUtils.userHomeDirectory(), ".aws", "sso", "cache"));
    }

    Path file(Door.Sso door) {
        try {
            return folder.resolve(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1")
                    .digest(door.key().getBytes(StandardCharsets.UTF_8))) + ".json");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /// Whole or not at all, and for nobody else's eyes.
    ///
    /// @return until when the access token holds
    Instant write(Door.Sso door, RegisterClientResponse client, CreateTokenResponse token, Instant now)
            throws IOException {
        Instant until = now.plusSeconds(token.expiresIn()).truncatedTo(ChronoUnit.SECONDS);
        ObjectNode content = Form.JSON.createObjectNode().put("startUrl", door.startUrl())
                .put("region", door.region().code()).put("accessToken", token.accessToken())
                .put("expiresAt", until.toString()).put("clientId", client.clientId())
                .put("clientSecret", client.clientSecret())
                .put("registrationExpiresAt", Instant.ofEpochSecond(client.clientSecretExpiresAt()).toString());
        if (token.refreshToken() != null) {
            content.put("refreshToken", token.refreshToken());
        }
        Files.createDirectories(folder);
        // Readable for its owner alone where the file system knows owners.
        Path whole = Files.createTempFile(folder, "watchdeck-", ".tmp");
        try {
            Files.write(whole, Form.JSON.writeValueAsBytes(content));
            move(whole, file(door));
        } finally {
            Files.deleteIfExists(whole);
        }
        return until;
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException otherwise) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /// Until when somebody is signed in: to the end of the access token, or as long as it can be renewed. Empty where
    /// nobody is.
    Optional<Instant> until(Door.Sso door, Instant now) {
        try {
            JsonNode token = Form.JSON.readTree(Files.readAllBytes(file(door)));
            Instant access = Instant.parse(token.path("expiresAt").asText());
            boolean renews = token.hasNonNull("refreshToken") && token.hasNonNull("clientSecret");
            Instant client = renews ? Instant.parse(token.path("registrationExpiresAt").asText()) : access;
            return Optional.of(client.isAfter(access) ? client : access).filter(now::isBefore);
        } catch (JsonProcessingException | DateTimeException notAToken) {
            return Optional.empty();
        } catch (IOException noSuchFile) {
            return Optional.empty();
        }
    }

    /// When each was written.
    Map<String, Instant> written() {
        var written = new TreeMap<String, Instant>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.json")) {
            for (Path file : files) {
                written.put(file.toString(), Files.getLastModifiedTime(file).toInstant());
            }
        } catch (IOException | DirectoryIteratorException noSuchFolder) {
            return Map.of();
        }
        return written;
    }
}
