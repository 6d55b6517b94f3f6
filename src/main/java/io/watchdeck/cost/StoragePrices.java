package io.watchdeck.cost;

import io.watchdeck.model.Money;
import io.watchdeck.model.Region;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/// What AWS takes for keeping log lines. Read from `storage.properties`, which names source and date.
///
/// @param logs   by the code of the Region, for a GB of 2^30 bytes and a month
/// @param source who says so, and when that was known
public record StoragePrices(Map<String, Money> logs, String source) {

    private static final String LOGS = "logs.";

    public StoragePrices {
        logs = Map.copyOf(logs);
    }

    public static StoragePrices shipped() {
        var file = new Properties();
        try (InputStream stream = StoragePrices.class.getResourceAsStream("storage.properties")) {
            file.load(stream);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new StoragePrices(file.stringPropertyNames().stream().filter(name -> name.startsWith(LOGS))
                .collect(Collectors.toMap(name -> name.substring(LOGS.length()),
                        name -> Money.usd(file.getProperty(name).strip()))),
                file.getProperty("source"));
    }

    /// Empty where the price of the Region is not known.
    public Optional<Money> logs(Region region) {
        return Optional.ofNullable(logs.get(region.code()));
    }
}
