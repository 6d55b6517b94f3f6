package io.watchdeck;

import io.watchdeck.model.FreeShare;
import io.watchdeck.model.Money;
import io.watchdeck.refresh.Background;
import io.watchdeck.refresh.Poller;
import io.watchdeck.settings.Keep;
import io.watchdeck.settings.Settings;
import io.watchdeck.settings.Settings.CostsWord;
import io.watchdeck.settings.SettingsFile;
import io.watchdeck.yaml.FileProblem;
import java.nio.file.Files;
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

        /// What holds by the file now, and what is wrong there.
        void contents(SettingsFile.Contents now);

        /// Density and size of text, and where they have changed the theme, and language or zone.
        void look(Settings settings, boolean theme, boolean speech);

        /// What the console's own calls may cost, and how many free ones it may make.
        void limits(Money month, FreeShare free);

        /// When Cost Explorer is asked by itself.
        void costs(CostsWord when);

        /// How long samples are kept.
        void keep(Keep wanted);

        /// As whom a word is written, and how alarms are told.
        void alarms(Settings settings);

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
        target.contents(known);
        tell(List.of(), known.problems());
        poller = new Poller("settings", this::look, () -> LOOKED_AT, FollowedSettings::report);
    }

    FollowedSettings start() {
        poller.startLater();
        return this;
    }

    /// Takes over what has changed in the file.
    synchronized void look() {
        SettingsFile.Contents now = file.read();
        if (now.equals(known)) {
            return;
        }
        tell(known.problems(), now.problems());
        known = now;
        SettingsFile.Contents holds = holding(now);
        ui.execute(() -> target.contents(holds));
        // A file that is being written may be wrong for a moment: what was chosen goes on.
        if (now.problems().isEmpty()) {
            use(now.settings(), Files.exists(file.path()));
        }
    }

    /// The log hears of the file's mistakes once, and of their end.
    private void tell(List<FileProblem> before, List<FileProblem> now) {
        if (now.equals(before)) {
            return;
        }
        if (now.isEmpty()) {
            LOG.log(System.Logger.Level.INFO, "Settings right again: {0}", file.path());
        } else {
            String more = now.size() > 1 ? " And " + (now.size() - 1) + " more." : "";
            LOG.log(System.Logger.Level.INFO, "Settings wrong: {0}{1}", now.getFirst(), more);
        }
    }

    /// While something is wrong in the file, what it said last still holds.
    private SettingsFile.Contents holding(SettingsFile.Contents now) {
        return now.problems().isEmpty() ? now : new SettingsFile.Contents(used, now.problems(), now.keys());
    }

    /// @param there a file that has gone asks for nothing to be removed, and may be back in a moment
    private void use(Settings wanted, boolean there) {
        Settings before = used;
        used = wanted;
        ui.execute(() -> {
            // What the window has used already is not taken back by an older choice that is written only now.
            target.look(wanted,
                    !wanted.looks().theme().equals(before.looks().theme()) && !chosen.containsKey("theme"),
                    !wanted.speech().equals(before.speech()) && !chosen.containsKey("language")
                            && !chosen.containsKey("zone"));
            target.limits(wanted.monthlyCap(), wanted.freeShare());
            if (!wanted.notices().equals(before.notices()) || !wanted.name().equals(before.name())) {
                target.alarms(wanted);
            }
            if (there && !wanted.keep().equals(before.keep())) {
                target.keep(wanted.keep());
            }
            if (wanted.costsAsked() != before.costsAsked()) {
                target.costs(wanted.costsAsked());
            }
        });
    }

    /// Writes what a person chose in the window, and uses it then. Of several choices in a moment the last one counts.
    ///
    /// @param value empty where the default is to hold again
    void choose(String key, String value) {
        chosen.put(key, value);
        Background.run("settings", () -> write(key), FollowedSettings::report);
    }

    synchronized void write(String key) {
        String value = chosen.remove(key);
        if (value == null) {
            return;
        }
        if (value.isEmpty() ? file.reset(key) : file.put(key, value)) {
            SettingsFile.Contents now = file.read();
            tell(known.problems(), now.problems());
            known = now;
            ui.execute(() -> target.contents(now));
            use(now.settings(), true);
        } else {
            SettingsFile.Contents stands = holding(known);
            ui.execute(() -> {
                target.unwritten(file.path());
                target.contents(stands);
                // What the window has used already is taken back, unless another choice has come meanwhile.
                target.look(stands.settings(), key.equals("theme") && !chosen.containsKey(key),
                        key.equals("language") && !chosen.containsKey(key));
            });
            LOG.log(System.Logger.Level.WARNING, "{0} could not be written", file.path());
        }
    }

    @Override
    public void close() {
        poller.close();
        writeAll();
    }

    /// What was chosen last is written, however soon the window is closed; waits for what is being written.
    private synchronized void writeAll() {
        List.copyOf(chosen.keySet()).forEach(this::write);
    }

    private static void report(Throwable mistake) {
        LOG.log(System.Logger.Level.ERROR, "Following the settings", mistake);
    }
}
