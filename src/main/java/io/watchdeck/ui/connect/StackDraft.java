package io.watchdeck.ui.connect;

import io.watchdeck.model.Phrase;
import io.watchdeck.stack.Environment;
import io.watchdeck.stack.NewStackFiles;
import io.watchdeck.stack.RuleSpec;
import io.watchdeck.stack.StackFile;
import io.watchdeck.stack.StackReader;
import io.watchdeck.stack.StackWriter;
import io.watchdeck.watch.discovery.ConnectDesk;
import io.watchdeck.watch.discovery.Notes;
import io.watchdeck.watch.discovery.Proposal;
import io.watchdeck.words.Words;
import io.watchdeck.yaml.FileProblem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A stack file in the making: what was proposed for a cluster, and what a person makes of it. The text follows name,
/// environment and parts until somebody edits it by hand; from then on it is what counts, until it is made anew.
final class StackDraft {

    private static final Map<Environment, String> ENDINGS = Map.of(Environment.PRODUCTION, "-prod", Environment.TEST,
            "-test", Environment.DEVELOPMENT, "-dev");
    private static final String NOTHING_SAYS_IT = "discover.environment.unknown";

    private final ConnectDesk desk;
    private final Proposal proposal;
    private final List<Part> parts;
    private Words words;
    private final StringProperty name;
    private final ObjectProperty<Optional<Environment>> environment;
    private final StringProperty text = new SimpleStringProperty("");
    private final StringProperty fileName = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper edited = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<List<FileProblem>> problems = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<NewStackFiles.Outcome>> outcome =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private String made = "";
    private String proposedName = "";

    StackDraft(ConnectDesk desk, Proposal proposal, Words words) {
        this.desk = desk;
        this.proposal = proposal;
        this.words = words;
        StackFile file = proposal.file();
        parts = new Kept(file.components()).parts(proposal.notes());
        name = new SimpleStringProperty(file.name());
        boolean known = proposal.notes().reasons("environment").stream()
                .noneMatch(why -> why.key().equals(NOTHING_SAYS_IT));
        environment = new SimpleObjectProperty<>(Optional.of(file.environment()).filter(_ -> known));
        name.subscribe((_, _) -> follow());
        environment.subscribe((_, _) -> follow());
        parts.forEach(part -> part.taken().subscribe((_, _) -> follow()));
        text.subscribe((_, now) -> changed(now));
        fileName.subscribe((_, _) -> outcome.set(Optional.empty()));
        make();
    }

    /// In another language: what was not edited is made anew.
    void speak(Words other) {
        words = other;
        follow();
    }

    private void follow() {
        if (!edited.get()) {
            make();
        }
    }

    /// Writes the text anew, in place of whatever was edited.
    void make() {
        made = written();
        text.set(made);
        changed(made);
        if (fileName.get().equals(proposedName)) {
            propose(fileId() + ".yaml");
        }
    }

    private void changed(String now) {
        edited.set(!now.equals(made));
        problems.set(check(now).complaints());
    }

    private StackReader.Outcome check(String now) {
        return desk.check(fileId() + ".yaml", now);
    }

    /// The proposed name of the file without its ending, for the environment that was chosen.
    private String fileId() {
        String proposed = proposal.file().id().value();
        String ending = ENDINGS.get(proposal.file().environment());
        String stem = proposed.endsWith(ending) ? proposed.substring(0, proposed.length() - ending.length()) : proposed;
        return stem + ENDINGS.get(chosen());
    }

    private Environment chosen() {
        return environment.get().orElse(proposal.file().environment());
    }

    /// A name that no file has, unless a person has typed one.
    void propose(String free) {
        if (fileName.get().equals(proposedName)) {
            proposedName = free;
            fileName.set(free);
        }
    }

    private String written() {
        StackFile file = proposal.file();
        var bare = with(List.of());
        return text(with(file.rules().stream().filter(rule -> watches(bare, rule)).toList()));
    }

    /// A rule goes with what it watches.
    private boolean watches(StackFile bare, RuleSpec rule) {
        return check(text(with(List.of(rule)))).complaints().size() <= check(text(bare)).complaints().size();
    }

    private StackFile with(List<RuleSpec> rules) {
        StackFile file = proposal.file();
        String called = name.get().strip();
        return new StackFile(file.id(), called.isEmpty() ? file.name() : called, chosen(), file.access(),
                file.account(), file.cluster(), new Kept(file.components()).of(parts), file.plan(), file.costFilter(),
                rules, file.alarmSeverities(), file.contradictions(), file.readOnly());
    }

    private String text(StackFile file) {
        return new StackWriter().text(file, notes().said(words::say));
    }

    private Notes notes() {
        Notes notes = proposal.notes();
        Map<String, List<Phrase>> beside = new HashMap<>(notes.beside());
        if (environment.get().isPresent() && (chosen() != proposal.file().environment() || needsChoice())) {
            beside.put("environment", List.of(Phrase.of("ui.connect.note.chosen")));
        }
        return new Notes(List.of(Phrase.of("ui.connect.note.head", cluster(),
                proposal.file().access().region().code())), notes.above(), beside, notes.foot());
    }

    private boolean needsChoice() {
        return proposal.notes().reasons("environment").stream().anyMatch(why -> why.key().equals(NOTHING_SAYS_IT));
    }

    /// Why it cannot be a file yet.
    Optional<String> locked() {
        if (proposal.isEmpty()) {
            return Optional.of(words.say("ui.connect.locked.nothing"));
        }
        if (!edited.get() && name.get().isBlank()) {
            return Optional.of(words.say("ui.connect.locked.name"));
        }
        if (environment.get().isEmpty()) {
            return Optional.of(words.say("ui.connect.locked.environment"));
        }
        if (parts.stream().noneMatch(part -> part.taken().get())) {
            return Optional.of(words.say("ui.connect.locked.parts"));
        }
        return problems.get().isEmpty() ? Optional.empty()
                : Optional.of(words.say("ui.connect.locked.problems", problems.get().size()));
    }

    void tell(NewStackFiles.Outcome came) {
        if (came instanceof NewStackFiles.Outcome.Taken(String _, String free)) {
            proposedName = free;
            fileName.set(free);
        }
        outcome.set(Optional.of(came));
    }

    /// Whether it lies in the folder.
    boolean isWritten() {
        return outcome.get().orElse(null) instanceof NewStackFiles.Outcome.Written;
    }

    String cluster() {
        return proposal.file().cluster();
    }

    List<Part> parts() {
        return parts;
    }

    /// What could not be read, so that nothing is proposed of it.
    List<Proposal.Missing> missing() {
        return proposal.missing();
    }

    /// Why the environment is the proposed one.
    List<Phrase> guess() {
        return proposal.notes().reasons("environment");
    }

    StringProperty nameProperty() {
        return name;
    }

    /// Empty where nothing says it and nobody has.
    ObjectProperty<Optional<Environment>> environmentProperty() {
        return environment;
    }

    StringProperty textProperty() {
        return text;
    }

    ReadOnlyBooleanProperty editedProperty() {
        return edited.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<FileProblem>> problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    StringProperty fileNameProperty() {
        return fileName;
    }

    ReadOnlyObjectProperty<Optional<NewStackFiles.Outcome>> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }
}
