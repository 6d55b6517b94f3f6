package io.watchdeck.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The nominal memory of instance classes. Within a family memory doubles with each size, so that
/// `instance-families.properties` holds one number for each family, with its source and date.
final class InstanceMemory {

    static final double GIB = 1L << 30;

    private static final Pattern CLASS = Pattern.compile("db\\.([a-z0-9-]+)\\.(micro|small|medium|large|(\\d*)xlarge)");
    private static final Map<String, Double> OF_LARGE = shipped();

    private InstanceMemory() {}

    /// @param instanceClass such as `db.r6g.large`
    /// @return empty for a class that is not known, also one with more memory than its size has (`….mem2x`)
    static OptionalDouble bytes(String instanceClass) {
        Matcher matcher = CLASS.matcher(instanceClass);
        if (!matcher.matches()) {
            return OptionalDouble.empty();
        }
        Double large = OF_LARGE.get(matcher.group(1));
        return large == null ? OptionalDouble.empty() : OptionalDouble.of(large * GIB * larges(matcher));
    }

    private static double larges(Matcher matcher) {
        return switch (matcher.group(2)) {
            case "micro" -> 0.125;
            case "small" -> 0.25;
            case "medium" -> 0.5;
            case "large" -> 1;
            case "xlarge" -> 2;
            default -> 2 * Double.parseDouble(matcher.group(3));
        };
    }

    private static Map<String, Double> shipped() {
        var properties = new Properties();
        try (InputStream file = InstanceMemory.class.getResourceAsStream("instance-families.properties")) {
            properties.load(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return properties.stringPropertyNames().stream().collect(Collectors.toUnmodifiableMap(name -> name,
                name -> Double.valueOf(properties.getProperty(name).strip())));
    }
}
