package io.watchdeck.cost;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Properties;

/// By how much AWS charges less for another way of paying, at most. Read from `discounts.properties`, which names source
/// and date.
///
/// @param fargateSpot of a task on Spot, as a share of its price on demand
/// @param spotSource  who says so, and when that was read
/// @param reservedDatabase of a database that is reserved, as a share of its price on demand
/// @param reservedSource   who says so, and when that was read
public record Discounts(BigDecimal fargateSpot, String spotSource, BigDecimal reservedDatabase, String reservedSource) {

    public static Discounts shipped() {
        var file = new Properties();
        try (InputStream stream = Discounts.class.getResourceAsStream("discounts.properties")) {
            file.load(stream);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new Discounts(new BigDecimal(file.getProperty("fargateSpot")), file.getProperty("fargateSpot.source"),
                new BigDecimal(file.getProperty("reservedDatabase")), file.getProperty("reservedDatabase.source"));
    }
}
