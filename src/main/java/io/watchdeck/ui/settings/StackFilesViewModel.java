package io.watchdeck.ui.settings;

import io.watchdeck.identity.Identity;
import io.watchdeck.model.Failure;
import io.watchdeck.model.StackId;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import io.watchdeck.yaml.FileProblem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What is watched, file by file: those that are wrong first, then by name.
public final class StackFilesViewModel {

    private final Words words;
    private final boolean readOnly;
    private final Function<StackId, Optional<Path>> files;
    private final ReadOnlyObjectWrapper<List<StackLine>> lines = new ReadOnlyObjectWrapper<>(List.of());

    /// @param readOnly the console changes nothing in the cloud, whatever the files say
    /// @param files    where the file of a stack is; empty for one that ships with the program
    public StackFilesViewModel(Words words, boolean readOnly, Function<StackId, Optional<Path>> files) {
        this.words = words;
        this.readOnly = readOnly;
        this.files = files;
    }

    public void show(WatchSnapshot snapshot) {
        var all = new ArrayList<>(wrong(snapshot.problems()));
        snapshot.stacks().stream().map(stack -> watched(stack, snapshot.sandbox()))
                .sorted(Comparator.comparing(StackLine::name)).forEach(all::add);
        if (!all.equals(lines.get())) {
            lines.set(List.copyOf(all));
        }
    }

    private List<StackLine> wrong(List<FileProblem> problems) {
        Map<String, List<FileProblem>> byFile = new LinkedHashMap<>();
        problems.forEach(problem -> byFile.computeIfAbsent(problem.file(), _ -> new ArrayList<>()).add(problem));
        return byFile.entrySet().stream().map(file -> {
            Path path = Path.of(file.getKey());
            Stream<String> covered = file.getValue().stream().filter(FileProblem::covered).limit(1)
                    .map(_ -> words.say("ui.settings.stacks.covered"));
            return new StackLine(file.getValue().getFirst().fileName(), Optional.empty(), Optional.of(path),
                    path.toString(), "", Tone.WARNING,
                    Stream.concat(file.getValue().stream().map(this::told), covered).toList());
        }).toList();
    }

    private String told(FileProblem problem) {
        String sentence = (problem.problem() + " " + problem.remedy()).strip();
        return problem.line() > 0 ? words.say("ui.settings.mistake", problem.line(), problem.column(), sentence)
                : sentence;
    }

    private StackLine watched(StackSnapshot stack, boolean sandbox) {
        Optional<Path> file = files.apply(stack.file().id());
        Optional<Failure> problem = stack.identity().state().problem();
        List<String> states = new ArrayList<>();
        states.add(words.say(sandbox ? "ui.settings.stacks.simulated" : "ui.settings.stacks.watched"));
        if (readOnly || stack.file().readOnly()) {
            states.add(words.say(readOnly ? "ui.settings.stacks.allReadOnly" : "ui.settings.stacks.readOnly"));
        }
        problem.map(failure -> words.say(failure.sentence())).ifPresent(states::add);
        return new StackLine(stack.file().name(), Optional.of(stack.file().environment()), file,
                file.map(Path::toString).orElseGet(() -> words.say("ui.settings.stacks.shipped")),
                account(stack), problem.isPresent() ? Tone.WARNING : Tone.FINE, states);
    }

    private String account(StackSnapshot stack) {
        Optional<Identity> who = stack.identity().state().latest();
        return who.map(one -> words.say("ui.settings.stacks.account", one.account(), one.person()))
                .or(() -> stack.file().account()).orElse("");
    }

    /// All of them.
    public ReadOnlyObjectProperty<List<StackLine>> linesProperty() {
        return lines.getReadOnlyProperty();
    }
}
