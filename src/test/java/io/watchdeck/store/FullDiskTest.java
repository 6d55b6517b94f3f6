package io.watchdeck.store;

import static io.watchdeck.store.Databases.opened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.Tier;
import io.watchdeck.model.TimeRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A disk with no room, and a folder that may not be written: each in a process of its own that the system keeps from
/// writing.
@Tag("slow")
class FullDiskTest {

    private static final TimeRange ALL = new TimeRange(StoreChild.at(0), StoreChild.at(100_000));

    @TempDir
    private Path folder;

    @Test
    void aDiskThatFillsUpWhileItIsOpenTurnsItToMemoryWithAllThatWasKept() throws Exception {
        keep(3);

        List<String> says = run(List.of("bash", "-c", "ulimit -f 300; exec \"$@\"", "limited"), "fill", folder, 3, 297);

        assertThat(says).containsExactly("told history.memory.full", "samples 300", "calls 300", "memory true", "end");
        // What was kept before is still there for the next start, and the file is whole.
        try (Database database = opened(folder)) {
            int size = new H2MetricStore(database, MetricCatalogue.standard()).read(StoreChild.series(0), Tier.MINUTE,
                    ALL).size();
            assertThat(size).isBetween(3, 299);
        }
    }

    @Test
    @Tag("slow")
    void aDiskThatIsFullFromTheBeginIsToldAndWhatIsThereIsRead() throws Exception {
        keep(3);

        List<String> says = run(List.of("bash", "-c", "ulimit -f 0; exec \"$@\"", "limited"), "fill", folder, 3, 7);

        assertThat(says).containsExactly("told history.memory.full", "samples 10", "calls 10", "memory true", "end");
        try (Database database = opened(folder)) {
            assertThat(DatabaseTest.calls(database)).isEqualTo(3);
        }
    }

    @Test
    @Tag("slow")
    void aFullDiskWithoutAHistoryIsTold() throws Exception {
        List<String> says = run(List.of("bash", "-c", "ulimit -f 0; exec \"$@\"", "limited"), "fill",
                folder.resolve("new"), 0, 7);

        assertThat(says).containsExactly("told history.memory.full", "samples 7", "calls 7", "memory true", "end");
    }

    @Test
    void aFolderThatMayNotBeWrittenIsToldAndWhatIsThereIsRead() throws Exception {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        keep(3);
        protect("r-xr-xr-x", "r--r--r--");

        List<String> says;
        try {
            says = run(withoutPrivileges(), "fill", folder, 3, 7);
        } finally {
            protect("rwx------", "rw-------");
        }

        assertThat(says).containsExactly("told history.memory.readOnly", "samples 10", "calls 10", "memory true",
                "end");
    }

    /// For root no permission counts, unless it gives up that privilege.
    private static List<String> withoutPrivileges() {
        if (!System.getProperty("user.name").equals("root")) {
            return List.of();
        }
        Path setpriv = Path.of("/usr/bin/setpriv");
        assumeTrue(Files.isExecutable(setpriv), "root without setpriv: no folder is read-only");
        return List.of(setpriv.toString(), "--bounding-set=-all", "--inh-caps=-all", "--");
    }

    private void keep(int minutes) {
        try (Database database = opened(folder)) {
            for (int minute = 0; minute < minutes; minute++) {
                StoreChild.addMinute(database, minute);
            }
        }
    }

    private void protect(String ofFolder, String ofFiles) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(ofFolder));
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(ofFiles));
            }
        }
    }

    private static List<String> run(List<String> before, Object... arguments) throws Exception {
        assumeTrue(before.isEmpty() || !System.getProperty("os.name").startsWith("Windows"));
        Process child = StoreChild.start(before, arguments);
        var says = new ArrayList<String>();
        child.inputReader().lines().forEach(says::add);
        assertThat(child.waitFor()).as("%s", says).isZero();
        return says;
    }
}
