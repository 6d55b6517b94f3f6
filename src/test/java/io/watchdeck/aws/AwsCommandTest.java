package io.watchdeck.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.identity.Outcome;
import io.watchdeck.model.Phrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A program in place of `aws`.
@Timeout(30)
class AwsCommandTest {

    @TempDir
    Path folder;

    private AwsCommand command(String script) throws IOException {
        Path program = Files.writeString(folder.resolve("aws"), "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return new AwsCommand("/no/such/folder:" + folder);
    }

    /// The program is another process: it takes its own time.
    private static FakeAttempt patient() {
        return new FakeAttempt(_ -> {
            LockSupport.parkNanos(5_000_000);
            return true;
        });
    }

    @Test
    void isStartedWithAListOfArgumentsAndNoShell() throws Exception {
        AwsCommand command = command("printf '%s\\n' \"$@\" > " + folder.resolve("said") + "\n");

        Outcome outcome = command.login("a b; touch x $(id)", patient());

        assertThat(outcome).isEqualTo(new Outcome.SignedIn(Optional.empty()));
        assertThat(Files.readAllLines(folder.resolve("said")))
                .containsExactly("sso", "login", "--profile", "a b; touch x $(id)");
    }

    @Test
    void itsExitCodeIsTold() throws Exception {
        assertThat(command("exit 255").login("work", patient()))
                .isEqualTo(new Outcome.Refused(Phrase.of("signIn.command", 255)));
    }

    @Test
    void givenUpItEnds() throws Exception {
        Path pid = folder.resolve("pid");
        AwsCommand command = command("echo $$ > " + pid + ".new && mv " + pid + ".new " + pid + "\nexec sleep 300\n");

        Outcome outcome = command.login("work", new FakeAttempt(_ -> {
            LockSupport.parkNanos(5_000_000);
            return !Files.exists(pid);
        }));

        assertThat(outcome).isEqualTo(new Outcome.GivenUp());
        long process = Long.parseLong(Files.readString(pid).strip());
        ProcessHandle.of(process).ifPresent(left -> left.onExit().join());
        assertThat(ProcessHandle.of(process).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void withoutOneItIsNotOffered() {
        var none = new AwsCommand(folder.toString());

        assertThat(none.isThere()).isFalse();
        assertThat(none.login("work", patient())).isEqualTo(new Outcome.Refused(Phrase.of("signIn.noCommand")));
    }
}
