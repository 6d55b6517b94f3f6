package io.watchdeck.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What H2 writes at the begin of its file when it closes it: how many versions of its content there were ("MVStore,
/// File Format" in H2's documentation).
final class FileHeader {

    /// A block of H2's file.
    private static final int LENGTH = 4096;
    private static final Pattern VERSION = Pattern.compile("[,:]version:(\\p{XDigit}{1,15})\\b");

    private FileHeader() {}

    /// The version with which the file was closed in good order; empty where it was not, as after a kill.
    static OptionalLong closedAt(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String header = new String(in.readNBytes(LENGTH), StandardCharsets.ISO_8859_1);
            Matcher version = VERSION.matcher(header);
            return header.startsWith("H:") && header.contains(",clean:1,") && version.find()
                    ? OptionalLong.of(Long.parseLong(version.group(1), 16)) : OptionalLong.empty();
        }
    }

    /// The version that an open database has.
    static long version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet found = statement.executeQuery("""
                select setting_value from information_schema.settings
                where setting_name = 'info.CURRENT_VERSION'""")) {
            return found.next() ? Long.parseLong(found.getString(1)) : 0;
        }
    }
}
