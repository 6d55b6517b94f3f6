package io.watchdeck.refresh;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/// What AWS charges for a call, in US dollars for each unit. Read from `prices.properties`, which names source and date
/// of every price; a call that is not listed is free.
///
/// Calls that are priced as all those of their service may be free up to a number of requests a month and account.
public final class PriceList {

    private static final String FREE = "free.";

    private final Map<String, BigDecimal> prices;

    PriceList(Map<String, BigDecimal> prices) {
        this.prices = Map.copyOf(prices);
    }

    public static PriceList shipped() {
        var properties = new Properties();
        try (InputStream file = PriceList.class.getResourceAsStream("prices.properties")) {
            properties.load(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new PriceList(properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, name -> new BigDecimal(properties.getProperty(name).strip()))));
    }

    /// Of the cheapest unit that costs anything.
    BigDecimal least() {
        return prices.entrySet().stream().filter(entry -> !entry.getKey().startsWith(FREE)).map(Map.Entry::getValue)
                .filter(price -> price.signum() > 0).min(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
    }

    /// How many requests a month and account are free, among which this one counts; 0 for calls that have no such
    /// allowance.
    long free(String service, String operation) {
        String name = service.replace(' ', '-');
        return prices.containsKey(name + "." + operation) ? 0
                : prices.getOrDefault(FREE + name, BigDecimal.ZERO).longValue();
    }

    /// Without regard to what is free up to a number.
    public BigDecimal price(ApiCall call) {
        String service = call.service().replace(' ', '-');
        BigDecimal each = prices.getOrDefault(service + "." + call.operation(),
                prices.getOrDefault(service + ".*", BigDecimal.ZERO));
        return each.multiply(BigDecimal.valueOf(call.units()));
    }
}
