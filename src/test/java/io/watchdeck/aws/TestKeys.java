package io.watchdeck.aws;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Gives a test class keys that are good for nothing, and hides the configuration of whoever runs it.
public final class TestKeys implements BeforeAllCallback, AfterAllCallback {

    private static final Map<String, String> PROPERTIES = Map.of(
            "aws.accessKeyId", "emulator",
            "aws.secretAccessKey", "emulator",
            "aws.configFile", "target/no-such-config",
            "aws.sharedCredentialsFile", "target/no-such-credentials");

    private final Map<String, String> before = new HashMap<>();

    @Override
    public void beforeAll(ExtensionContext context) {
        PROPERTIES.forEach((name, value) -> before.put(name, System.setProperty(name, value)));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        before.forEach((name, value) -> {
            if (value == null) {
                System.clearProperty(name);
            } else {
                System.setProperty(name, value);
            }
        });
    }
}
