package io.watchdeck.store;

import static io.watchdeck.store.Databases.CLOCK;
import static io.watchdeck.store.Databases.open;
import static io.watchdeck.store.Databases.opened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.watchdeck.model.Phrase;
import io.watchdeck.refresh.MeteredCalls;
import io.watchdeck.refresh.Payer;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Opening the history, and what it leaves on the disk.
class DatabaseTest {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 22);

    @TempDir
    private Path temporary;

    private Path folder;

    @BeforeEach
    void nameTheFolder() {
        folder = temporary.resolve("share").resolve("watchdeck");
    }

    @Test
    void whatWasKeptIsThereWhenItIsOpenedAgain() {
        keep(1);

        try (Database database = opened(folder)) {
            assertThat(calls(database)).isEqualTo(1);
            assertThat(database.inMemory()).isEmpty();
        }
    }

    @Test
    void onlyTheOwnerMayRead() throws IOException {
        assumeTrue(temporary.getFileSystem().supportedFileAttributeViews().contains("posix"));
        keep(1);
        try (Database database = opened(folder)) {
            assertThat(database.backup(folder.resolve("backup.zip"))).isEmpty();
            assertThat(permissions(folder)).isEqualTo("rwx------");
            assertThat(files()).extracting(file -> permissions(file)).containsOnly("rw-------").hasSize(3);
        }
        assertThat(files()).extracting(file -> permissions(file)).containsOnly("rw-------").hasSize(3);
    }

    @Test
    void nothingIsLeftBesideTheDatabase() throws IOException {
        keep(1);

        assertThat(files()).extracting(file -> file.getFileName().toString()).containsExactly("history.lock",
                "history.mv.db");
    }

    @Test
    void aSecondOneInTheSameProcessIsTold() {
        Database database = opened(folder);

        Opening second = open(folder);

        assertThat(second).isEqualTo(new Opening.InUse(folder.resolve("history.mv.db")));
        assertThat(second.told()).contains(Phrase.of("history.inUse", folder.resolve("history.mv.db").toString()));
        database.close();
        opened(folder).close();
    }

    @Test
    void aSecondProcessIsToldAndTheFirstGoesOn() throws IOException, InterruptedException {
        Process other = StoreChild.start(List.of(), "hold", folder);
        BufferedReader says = other.inputReader();
        assertThat(says.readLine()).isEqualTo("Opened");

        assertThat(open(folder)).isInstanceOf(Opening.InUse.class);

        other.getOutputStream().close();
        assertThat(other.waitFor()).isZero();
        opened(folder).close();
    }

    @Test
    void aNewerSchemaIsRefusedAndNotTouched() throws IOException {
        keep(1);
        try (Database database = opened(folder)) {
            database.write(handle -> handle.execute("""
                    insert into "schema_version" ("installed_rank", "version", "description", "type", "script",
                    "installed_by", "execution_time", "success") values(99, '99', '', 'SQL', '', 'sa', 0, true)"""));
        }
        byte[] before = Files.readAllBytes(folder.resolve("history.mv.db"));

        Opening opening = open(folder);

        assertThat(opening).isEqualTo(new Opening.Newer("99", Schema.CURRENT));
        assertThat(opening.told()).contains(Phrase.of("history.newer", "99", Integer.toString(Schema.CURRENT)));
        assertThat(Files.readAllBytes(folder.resolve("history.mv.db"))).isEqualTo(before);
    }

    @Test
    void aKillWhileItWasBuiltLeavesNothingBehind() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("history-building.mv.db"), "half of a database");

        opened(folder).close();

        assertThat(files()).extracting(file -> file.getFileName().toString()).containsExactly("history.lock",
                "history.mv.db");
    }

    @Test
    void whereNoFolderCanBeItIsKeptInMemory() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "");

        Opening opening = open(file.resolve("watchdeck"));

        assertThat(opening).isInstanceOf(Opening.InMemory.class);
        assertThat(opening.told()).map(Phrase::key).contains("history.memory.failed");
        try (Database database = ((Opening.InMemory) opening).database()) {
            add(database, 1);
            assertThat(calls(database)).isEqualTo(1);
            assertThat(database.inMemory()).isEqualTo(opening.told());
            assertThat(database.backup(temporary.resolve("backup.zip"))).isEqualTo(opening.told());
        }
    }

    /// An interrupt closes an ordinary file channel, and H2 its database with it.
    @Test
    void anInterruptedThreadDoesNoHarm() {
        var told = new ArrayList<Phrase>();
        try (Database database = ((Opening.Opened) open(folder, told::add)).database()) {
            for (int i = 0; i < 50; i++) {
                Thread.currentThread().interrupt();
                add(database, 1);
                assertThat(Thread.interrupted()).isTrue();
            }
            assertThat(calls(database)).isEqualTo(50);
            assertThat(told).isEmpty();
        }
    }

    @Test
    void aMistakeInAStatementIsNoDamage() {
        try (Database database = opened(folder)) {
            assertThatIllegalStateException().isThrownBy(() -> database.read(handle -> handle.execute("selct")));
            add(database, 1);
            assertThat(database.inMemory()).isEmpty();
        }
    }

    @Test
    void afterItsEndNothingOpensItAgain() {
        Database database = opened(folder);
        database.close();

        assertThatIllegalStateException().isThrownBy(() -> add(database, 1));
        assertThatIllegalStateException().isThrownBy(() -> calls(database));
        opened(folder).close();
    }

    @Test
    void halfOfATransactionIsNotKept() {
        try (Database database = opened(folder)) {
            assertThatIllegalStateException().isThrownBy(() -> database.write(handle -> {
                handle.execute("insert into meter values('1', date '2026-09-22', 'x', 7, 0)");
                return handle.execute("selct");
            }));
            assertThat(calls(database)).isZero();
        }
    }

    /// A database of which H2 makes no backup; a full disk ends one in the same way.
    @Test
    void halfOfABackupDoesNotStay() {
        Path backup = temporary.resolve("backup.zip");
        try (Database inMemory = Database.temporary(CLOCK)) {
            assertThat(inMemory.backup(backup)).map(Phrase::key).contains("history.backup.failed");
        }

        assertThat(backup).doesNotExist();
    }

    @Test
    void aBackupReplacesNoFile() throws IOException {
        Path there = Files.writeString(temporary.resolve("there.zip"), "mine");
        try (Database database = opened(folder)) {
            assertThat(database.backup(there)).map(Phrase::key).contains("history.backup.failed");
            assertThat(there).hasContent("mine");
        }
    }

    @Test
    void aBackupIsRestoredAndWhatWasThereIsSetAside() {
        Path backup = temporary.resolve("backup.zip");
        try (Database database = opened(folder)) {
            add(database, 1);
            assertThat(database.backup(backup)).isEmpty();
            add(database, 10);
        }

        Restoring restoring = Restoring.of(backup, folder, CLOCK);

        Path aside = folder.resolve("history-replaced-2026-09-22T04-42-30Z.mv.db");
        assertThat(restoring).isEqualTo(new Restoring.Restored(Optional.of(aside)));
        assertThat(aside).exists();
        try (Database database = opened(folder)) {
            assertThat(calls(database)).isEqualTo(1);
        }
    }

    @Test
    void aBackupIsRestoredWhereNothingWas() {
        Path backup = temporary.resolve("backup.zip");
        try (Database database = opened(folder)) {
            add(database, 3);
            assertThat(database.backup(backup)).isEmpty();
        }

        assertThat(Restoring.of(backup, temporary.resolve("new"), CLOCK))
                .isEqualTo(new Restoring.Restored(Optional.empty()));
        try (Database database = opened(temporary.resolve("new"))) {
            assertThat(calls(database)).isEqualTo(3);
        }
    }

    @Test
    void whatIsNoBackupReplacesNothing() throws IOException {
        keep(5);
        Path backup = temporary.resolve("backup.zip");
        try (Database database = opened(folder)) {
            assertThat(database.backup(backup)).isEmpty();
        }
        byte[] good = Files.readAllBytes(backup);
        Path cut = Files.write(temporary.resolve("cut.zip"), Arrays.copyOf(good, good.length / 2));

        assertThat(refusal(cut)).isEqualTo("history.restore.failed");
        assertThat(refusal(Files.writeString(temporary.resolve("text.zip"), "no zip"))).isEqualTo(
                "history.restore.other");
        assertThat(refusal(temporary.resolve("missing.zip"))).isEqualTo("history.restore.failed");
        try (Database database = opened(folder)) {
            assertThat(Restoring.of(backup, folder, CLOCK)).isInstanceOfSatisfying(Restoring.Busy.class,
                    busy -> assertThat(busy.why().key()).isEqualTo("history.restore.busy"));
            assertThat(calls(database)).isEqualTo(5);
        }
        assertThat(files()).extracting(file -> file.getFileName().toString()).containsExactly("history.lock",
                "history.mv.db");
    }

    private String refusal(Path backup) {
        return ((Restoring.Refused) Restoring.of(backup, folder, CLOCK)).why().key();
    }

    private void keep(long calls) {
        try (Database database = opened(folder)) {
            add(database, calls);
        }
    }

    static void add(Database database, long calls) {
        new H2MeterStore(database).add(List.of(new MeteredCalls("1", DAY, "ECS:ListTasks", new Payer.Console(), calls,
                calls, BigDecimal.ZERO)));
    }

    static long calls(Database database) {
        return counted(database).stream().mapToLong(MeteredCalls::calls).sum();
    }

    static List<MeteredCalls> counted(Database database) {
        return new H2MeterStore(database).read(DAY, DAY);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
