package io.watchdeck.refresh;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What AWS charges for a call, in US dollars for each unit. Read from `prices.properties`, which names source and date
/// of every price; a call that is not listed is free.
///
/// Calls that are priced as all those of their service may be free up to a number of requests a month and account.
public final class PriceList {

    private static final String FREE = "free.";
    private static final String ALL = "*";
    private static final String SOURCE = "source.";
    private static final String READ = "read";

    private final Map<String, BigDecimal> prices;
    private final Map<String, String> sources;
    private final String read;

    /// A price as it is listed.
    ///
    /// @param call   `CloudWatch GetMetricData`; of all calls of a service `Cost Explorer *`
    /// @param each   US dollars for a unit
    /// @param free   so many requests a month and account cost nothing
    /// @param source where AWS says so
    /// @param read   when, as year and month
    public record Listed(String call, BigDecimal each, long free, String source, String read) {}

    PriceList(Map<String, BigDecimal> prices) {
        this(prices, Map.of(), "");
    }

    private PriceList(Map<String, BigDecimal> prices, Map<String, String> sources, String read) {
        this.prices = Map.copyOf(prices);
        this.sources = Map.copyOf(sources);
        this.read = read;
    }

    public static PriceList shipped() {
        var properties = new Properties();
        try (InputStream file = PriceList.class.getResourceAsStream("prices.properties")) {
            properties.load(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        Set<String> names = properties.stringPropertyNames();
        return new PriceList(names.stream().filter(name -> !name.equals(READ) && !name.startsWith(SOURCE))
                .collect(Collectors.toMap(name -> name, name -> new BigDecimal(properties.getProperty(name).strip()))),
                names.stream().filter(name -> name.startsWith(SOURCE)).collect(Collectors
                        .toMap(name -> name.substring(SOURCE.length()), name -> properties.getProperty(name).strip())),
                properties.getProperty(READ, "").strip());
    }

    /// What costs something, by name.
    public List<Listed> listed() {
        return new TreeMap<>(prices).entrySet().stream().filter(price -> !price.getKey().startsWith(FREE))
                .map(price -> {
                    String service = price.getKey().substring(0, price.getKey().indexOf('.'));
                    return new Listed(price.getKey().replace('.', ' ').replace('-', ' '), price.getValue(),
                            free(service, price.getKey().substring(service.length() + 1)),
                            sources.getOrDefault(service, ""), read);
                }).toList();
    }

    /// How many requests a month and account are free, by service.
    Map<String, Long> free() {
        return prices.entrySet().stream().filter(price -> price.getKey().startsWith(FREE))
                .collect(Collectors.toMap(price -> price.getKey().substring(FREE.length()).replace('-', ' '),
                        price -> price.getValue().longValue(), (one, _) -> one, TreeMap::new));
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
        return prices.containsKey(name + "." + operation) && !operation.equals(ALL) ? 0
                : prices.getOrDefault(FREE + name, BigDecimal.ZERO).longValue();
    }

    /// Without regard to what is free up to a number.
    public BigDecimal price(ApiCall call) {
        String service = call.service().replace(' ', '-');
        BigDecimal each = prices.getOrDefault(service + "." + call.operation(),
                prices.getOrDefault(service + "." + ALL, BigDecimal.ZERO));
        return each.multiply(BigDecimal.valueOf(call.units()));
    }
}
