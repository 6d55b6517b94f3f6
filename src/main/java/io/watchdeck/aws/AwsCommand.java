package io.watchdeck.aws;

import io.watchdeck.identity.Attempt;
import io.watchdeck.identity.Outcome;
import io.watchdeck.model.Phrase;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The AWS command line of this machine. It is started with a list of arguments, never through a shell, and what it prints
/// is neither read nor kept.
///
/// @param path where it is looked for, as in `PATH`
record AwsCommand(String path) {

    private static final List<String> NAMES = List.of("aws", "aws.exe");
    private static final Duration LOOK = Duration.ofMillis(200);

    static AwsCommand ofThisMachine() {
        return new AwsCommand(Optional.ofNullable(System.getenv("PATH")).orElse(""));
    }

    boolean isThere() {
        return file().isPresent();
    }

    private Optional<Path> file() {
        return Stream.of(path.split(File.pathSeparator)).filter(folder -> !folder.isBlank())
                .flatMap(folder -> NAMES.stream().flatMap(name -> in(folder, name).stream()))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file)).findFirst();
    }

    private static Optional<Path> in(String folder, String name) {
        try {
            return Optional.of(Path.of(folder, name));
        } catch (InvalidPathException notAFolder) {
            return Optional.empty();
        }
    }

    Outcome login(String profile, Attempt attempt) {
        Optional<Path> aws = file();
        if (aws.isEmpty()) {
            return new Outcome.Refused(Phrase.of("signIn.noCommand"));
        }
        try {
            Process process = new ProcessBuilder(aws.get().toString(), "sso", "login", "--profile", profile)
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            process.getOutputStream().close();
            while (process.isAlive()) {
                if (!attempt.rest(LOOK)) {
                    process.descendants().forEach(ProcessHandle::destroy);
                    process.destroy();
                    return new Outcome.GivenUp();
                }
            }
            return process.exitValue() == 0 ? new Outcome.SignedIn(Optional.empty())
                    : new Outcome.Refused(Phrase.of("signIn.command", process.exitValue()));
        } catch (IOException notStarted) {
            return new Outcome.Refused(Phrase.of("signIn.noCommand"));
        }
    }
}
