package io.watchdeck;

import io.watchdeck.model.FreeShare;
import io.watchdeck.model.Money;
import io.watchdeck.refresh.Background;
import io.watchdeck.refresh.Poller;
import io.watchdeck.settings.Settings;
import io.watchdeck.settings.Settings.CostsWord;
import io.watchdeck.settings.SettingsFile;
import io.watchdeck.yaml.FileProblem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/// Keeps `settings.yaml` and the window of one mind while the console runs: what changes in the file is seen in the
/// window, and what is chosen in the window is written.
final class FollowedSettings implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(FollowedSettings.class.getName());
    private static final Duration LOOKED_AT = Duration.ofSeconds(2);

    private final SettingsFile file;
    private final Target target;
    private final Executor ui;
    private final Map<String, String> chosen = new ConcurrentHashMap<>();
    private final Poller poller;
    private SettingsFile.Contents known;
    /// The newest of a file without mistakes.
    private Settings used;

    /// What the settings are of; called on the window's thread.
    interface Target {

        /// What a person chose in the file just now, before it was written there or the system's own.
        void look(Settings settings, boolean theme, boolean language);

        /// What the console's own calls may cost, and how many free ones it may make.
        void limits(Money month, FreeShare free);

        /// When Cost Explorer is asked by itself.
        void costs(CostsWord when);

        /// As whom a word is written, and how alarms are told.
        void alarms(Settings settings);

        void problems(List<FileProblem> wrong);

        /// What a person chose could not be written.
        void unwritten(Path file);
    }

    /// @param known what the console has begun with
    /// @param ui    runs work on the window's thread
    FollowedSettings(SettingsFile file, SettingsFile.Contents known, Target target, Executor ui) {
        this.file = file;
        this.known = known;
        used = known.settings();
        this.target = target;
        this.ui = ui;
        target.problems(known.problems());
        poller = new Poller("settings", this::look, () -> LOOKED_AT, FollowedSettings::report);
    }

    FollowedSettings start() {
        poller.start();
        return this;
    }

    /// Takes over what has changed in the file.
    synchronized void look() {
        SettingsFile.Contents now = file.read();
        if (now.equals(known)) {
            return;
        }
        known = now;
        ui.execute(() -> target.problems(now.problems()));
        // A file that is being written may be wrong for a moment: what was chosen goes on.
        if (now.problems().isEmpty()) {
            use(now.settings());
        }
    }

    private void use(Settings wanted) {
        Settings before = used;
        used = wanted;
        ui.execute(() -> {
            target.look(wanted, !wanted.theme().equals(before.theme()),
                    !wanted.language().equals(before.language()));
            target.limits(wanted.monthlyCap(), wanted.freeShare());
            if (!wanted.notices().equals(before.notices()) || !wanted.name().equals(before.name())) {
                target.alarms(wanted);
            }
            if (wanted.costsAsked() != before.costsAsked()) {
                target.costs(wanted.costsAsked());
            }
        });
    }

    /// Writes what a person chose in the window. Of several choices in a moment the last one counts.
    void choose(String key, String word) {
        chosen.put(key, word);
        Background.run("settings", () -> write(key), FollowedSettings::report);
    }

    synchronized void write(String key) {
        String word = chosen.remove(key);
        if (word == null) {
            return;
        }
        if (file.put(key, word)) {
            known = file.read();
            Settings before = used;
            used = known.settings();
            // A theme is used before it is written; money is spent only after.
            if (!used.monthlyCap().equals(before.monthlyCap())) {
                Settings now = used;
                ui.execute(() -> target.limits(now.monthlyCap(), now.freeShare()));
            }
        } else {
            ui.execute(() -> target.unwritten(file.path()));
            LOG.log(System.Logger.Level.WARNING, "{0} could not be written", file.path());
        }
    }

    @Override
    public void close() {
        poller.close();
    }

    private static void report(Throwable mistake) {
        LOG.log(System.Logger.Level.ERROR, "Following the settings", mistake);
    }
}
