package io.watchdeck.store;

import io.watchdeck.model.Phrase;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.h2.mvstore.MVStoreException;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.JdbiException;

/// The history's database. What [#write] did is kept when it returns, whatever happens to the process after; one writes
/// at a time, everybody may read meanwhile.
///
/// Outlives what befalls its file: a full disk turns it to memory with all that the file holds, damage sets the file
/// aside and begins a new one with what can still be read. The work that met the trouble is done again there, and a
/// person is told.
public final class Database implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Database.class.getName());
    /// Reopened, then in memory or anew: what still fails after that is not the disk's fault.
    private static final int RESCUES = 3;

    private volatile Storage storage;
    private volatile FolderLock lock;
    private volatile Consumer<Phrase> told;
    private final ReentrantLock writing = new ReentrantLock();
    private volatile Live live;
    private boolean closed;

    private Database(Storage storage, FolderLock lock, Live live, Consumer<Phrase> told) {
        this.storage = storage;
        this.lock = lock;
        this.live = live;
        this.told = told;
    }

    /// Opens the history in a folder; makes both where they do not exist.
    ///
    /// @param told called by whichever thread meets it when the open database turns to memory or to a new file
    public static Opening open(Path folder, Clock clock, Consumer<Phrase> told) {
        return open(new Storage(new HistoryFiles(folder), Engine.DURABLE, clock), told);
    }

    /// Whether a folder holds a history, whole or not.
    public static boolean isThere(Path folder) {
        return Files.exists(new HistoryFiles(folder).file());
    }

    /// One that is kept in memory and is gone with the program, and touches no file: nothing was to be kept.
    public static Database temporary(Clock clock) {
        return temporary(clock, Optional.empty());
    }

    /// The same in the place of a file that cannot be had.
    ///
    /// @param why what [#inMemory] tells
    public static Database temporary(Clock clock, Phrase why) {
        return temporary(clock, Optional.of(why));
    }

    private static Database temporary(Clock clock, Optional<Phrase> why) {
        var nowhere = new Storage(new HistoryFiles(Path.of("nowhere")), Engine.DURABLE, clock);
        return new Database(nowhere, FolderLock.none(), nowhere.temporary(why), _ -> {});
    }

    static Opening open(Storage storage, Consumer<Phrase> told) {
        HistoryFiles files = storage.files();
        Optional<FolderLock> taken;
        try {
            files.createFolder();
            taken = FolderLock.take(files);
        } catch (IOException failed) {
            return inMemory(storage, failed, Optional.empty(), told);
        }
        if (taken.isEmpty()) {
            return new Opening.InUse(files.file());
        }
        return open(storage, taken.get(), told);
    }

    private static Opening open(Storage storage, FolderLock lock, Consumer<Phrase> told) {
        try {
            return new Opening.Opened(new Database(storage, lock, storage.onDisk(), told), Optional.empty());
        } catch (Storage.NewerSchema newer) {
            lock.close();
            return new Opening.Newer(Integer.toString(newer.version()), Schema.CURRENT);
        } catch (SQLException | IOException | MVStoreException failed) {
            Trouble trouble = Trouble.atOpening(failed, storage.files().folder());
            LOG.log(Level.FINE, "opening the history", failed);
            return switch (trouble.kind()) {
                case NEWER -> {
                    lock.close();
                    yield new Opening.Newer(trouble.detail(), Schema.CURRENT);
                }
                case IN_USE -> {
                    lock.close();
                    yield new Opening.InUse(storage.files().file());
                }
                case DAMAGED -> anew(storage, lock, told);
                case FULL, READ_ONLY, CLOSED, FAILED, MISTAKE ->
                    inMemory(storage, failed, Optional.of(lock), told);
            };
        }
    }

    private static Opening anew(Storage storage, FolderLock lock, Consumer<Phrase> told) {
        try {
            Path aside = storage.setAside("damaged");
            return new Opening.Opened(new Database(storage, lock, storage.afresh(aside), told), Optional.of(aside));
        } catch (SQLException | IOException | MVStoreException | Storage.NewerSchema failed) {
            return inMemory(storage, failed, Optional.of(lock), told);
        }
    }

    private static Opening inMemory(Storage storage, Exception failed, Optional<FolderLock> lock,
            Consumer<Phrase> told) {
        Phrase why = Trouble.of(failed, storage.files().folder()).inMemory(storage.files().folder());
        lock.ifPresent(FolderLock::close);
        return new Opening.InMemory(new Database(storage, FolderLock.none(), storage.inMemory(why), told), why);
    }

    /// Why it is kept in memory and will be lost at the end of the program; empty when it is on the disk, and when nothing
    /// was to be kept.
    public Optional<Phrase> inMemory() {
        return live.inMemory();
    }

    /// @throws IllegalStateException when the work itself is wrong, or the database was closed
    <T> T read(HandleCallback<T, SQLException> work) {
        return outliving(now -> now.read(work));
    }

    /// In one transaction.
    ///
    /// @throws IllegalStateException as [#read]
    <T> T write(HandleCallback<T, SQLException> work) {
        writing.lock();
        try {
            return outliving(now -> now.write(work));
        } finally {
            writing.unlock();
        }
    }

    private <T> T outliving(Work<T> work) {
        for (int rescues = 0;; rescues++) {
            Live now = live;
            try {
                return work.on(now);
            } catch (SQLException | JdbiException | MVStoreException failed) {
                if (rescues == RESCUES) {
                    throw new IllegalStateException("the history cannot be used", failed);
                }
                rescue(now, failed, rescues == 0);
            }
        }
    }

    /// Puts another database in place of one that failed, unless another thread has.
    ///
    /// @param first whether this is the work's first trouble: opening the file once more may be all that is needed
    private void rescue(Live failing, Exception failed, boolean first) {
        writing.lock();
        try {
            if (live != failing) {
                return;
            }
            Trouble trouble = Trouble.of(failed, storage.files().folder());
            if (closed || trouble.kind() == Trouble.Kind.MISTAKE || failing.inMemory().isPresent()) {
                throw new IllegalStateException("the history cannot be used", failed);
            }
            LOG.log(Level.WARNING, "History: " + trouble.kind() + " " + trouble.detail());
            failing.drop();
            live = switch (trouble.kind()) {
                case DAMAGED -> afresh();
                case CLOSED, FAILED -> first ? again() : inMemory(trouble);
                default -> inMemory(trouble);
            };
        } finally {
            writing.unlock();
        }
    }

    private Live afresh() {
        try {
            Path aside = storage.setAside("damaged");
            Live fresh = storage.afresh(aside);
            told.accept(Phrase.of("history.setAside", aside.toString()));
            return fresh;
        } catch (SQLException | IOException | MVStoreException | Storage.NewerSchema failed) {
            return inMemory(Trouble.of(failed, storage.files().folder()));
        }
    }

    /// The same file once more: H2 closes a database after one failure, of which nothing may be left.
    private Live again() {
        try {
            return storage.onDisk();
        } catch (SQLException | IOException | MVStoreException | Storage.NewerSchema failed) {
            Trouble trouble = Trouble.atOpening(failed, storage.files().folder());
            return trouble.kind() == Trouble.Kind.DAMAGED ? afresh() : inMemory(trouble);
        }
    }

    private Live inMemory(Trouble trouble) {
        Phrase why = trouble.inMemory(storage.files().folder());
        Live memory = storage.inMemory(why);
        told.accept(why);
        return memory;
    }

    /// Goes on where another one is, with all that both hold; whoever writes meanwhile waits. The other is this one from
    /// then on and is used by nobody else; where this one was closed already, it is closed.
    ///
    /// @throws IllegalStateException when one of them cannot be used; both stay what they were
    public void goOnIn(Database other) {
        writing.lock();
        try {
            if (closed) {
                other.close();
                return;
            }
            new Joining(this, other).all();
            Live before = live;
            storage = other.storage;
            lock = other.lock;
            told = other.told;
            live = other.live;
            before.drop();
        } finally {
            writing.unlock();
        }
    }

    /// Writes everything into a new file, readable by its owner only, while others go on reading and writing.
    ///
    /// @return why that was not possible, after which there is no such file; empty when the copy is whole
    public Optional<Phrase> backup(Path target) {
        if (live.inMemory().isPresent()) {
            return live.inMemory();
        }
        try {
            storage.files().createNew(target);
        } catch (NoSuchFileException _) {
            return Optional.of(Phrase.of("history.backup.noFolder", target.toString()));
        } catch (AccessDeniedException _) {
            return Optional.of(Phrase.of("history.backup.denied", target.toString()));
        } catch (IOException impossible) {
            return Optional.of(Phrase.of("history.backup.failed", target.toString(), impossible.toString()));
        }
        try {
            live.backup(target);
            return Optional.empty();
        } catch (SQLException | MVStoreException failed) {
            deleteHalf(target);
            return Optional.of(Phrase.of("history.backup.failed", target.toString(),
                    Trouble.of(failed, storage.files().folder()).detail()));
        }
    }

    /// It would look like a backup, and be in the way of the next one.
    private static void deleteHalf(Path backup) {
        try {
            Files.deleteIfExists(backup);
        } catch (IOException failed) {
            LOG.log(Level.WARNING, "History: half of a backup stays: " + backup, failed);
        }
    }

    /// Writes what is left to write and lets go of the files; once more does nothing, for they may be gone by then.
    @Override
    public void close() {
        writing.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            live.close();
            lock.close();
        } finally {
            writing.unlock();
        }
    }

    /// What is done with the database that is live at the moment.
    private interface Work<T> {
        T on(Live live) throws SQLException;
    }
}
