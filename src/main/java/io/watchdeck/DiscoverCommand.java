package io.watchdeck;

import io.watchdeck.aws.AwsRegions;
import io.watchdeck.aws.SharedProfiles;
import io.watchdeck.identity.Identity;
import io.watchdeck.identity.Profile;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Reading;
import io.watchdeck.model.Region;
import io.watchdeck.stack.Access;
import io.watchdeck.stack.Components;
import io.watchdeck.stack.RoleArn;
import io.watchdeck.stack.StackFile;
import io.watchdeck.stack.StackReader;
import io.watchdeck.stack.StackWriter;
import io.watchdeck.watch.discovery.Discovery;
import io.watchdeck.watch.discovery.Proposal;
import io.watchdeck.words.Words;
import io.watchdeck.yaml.Suggestion;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `watchdeck discover`: proposes a stack file for a cluster. The file goes to standard output or into a file, everything
/// else to standard error.
@Command(name = "discover", description = "Proposes a stack file from what an account holds, each entry with its "
        + "reason.%nReads only; nothing in the account is changed.%nExit code: 0 everything was read, 3 something was "
        + "not and is named in the file, 64 no such profile or cluster, or none named, 73 the file cannot be written.",
        mixinStandardHelpOptions = true, versionProvider = Version.class)
final class DiscoverCommand implements Callable<Integer> {

    @ParentCommand
    private ConsoleCommand console = new ConsoleCommand();

    @Option(names = "--profile", paramLabel = "P", description = "profile of the AWS configuration; without it the "
            + "default credentials")
    private Optional<String> profile = Optional.empty();

    @Option(names = "--region", paramLabel = "R", description = "Region of the cluster; without it the profile's")
    private Optional<String> region = Optional.empty();

    @Option(names = "--cluster", paramLabel = "C", description = "ECS cluster; may be left out where there is only one")
    private Optional<String> cluster = Optional.empty();

    @Option(names = "--role", paramLabel = "ARN", description = "role to assume with these credentials")
    private Optional<String> role = Optional.empty();

    @Option(names = "--out", paramLabel = "FILE", description = "write the file there, or into that folder under the "
            + "stack's name, instead of printing it")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--overwrite", description = "with --out: replace a file that is there")
    private boolean overwrite;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Options options = console.options();
        options.endpoint(); // refused before anything is asked
        if (!options.sandbox()) {
            profile.filter(name -> !name.isBlank()).ifPresent(name -> refuseUnknown(words(options), name));
        }
        Access access = access(words(options));
        out.filter(file -> !Files.isDirectory(file)).ifPresent(this::refuseUnwritable);
        try (Discovering discovering = Wiring.discovering(options, access)) {
            return propose(options, access, discovering.discovery());
        }
    }

    /// What the configuration cannot be read for is told by the first reading.
    private static void refuseUnknown(Words words, String profile) {
        if (new SharedProfiles(Clock.systemUTC()).profiles() instanceof Reading.Known<List<Profile>>(var all, var _)
                && all.stream().noneMatch(one -> one.name().equals(profile))) {
            List<String> names = all.stream().map(Profile::name).toList();
            throw new Refusal(ExitCode.USAGE, words.say("discover.said.unknownProfile", profile)
                    + Suggestion.nearest(profile, names).map(near -> " " + words.say("discover.said.meant", near))
                            .orElse("")
                    + (names.isEmpty() ? "" : System.lineSeparator()
                            + words.say("discover.said.profiles", String.join(", ", names))));
        }
    }

    private static Words words(Options options) {
        return new Words(Wiring.preferences(options).locale(), ZoneId.systemDefault());
    }

    private Access access(Words words) {
        Optional<String> code = region.or(() -> AwsRegions.configured(profile).map(Region::code));
        if (code.isEmpty()) {
            throw new Refusal(ExitCode.USAGE, words.say("discover.said.noRegion"));
        }
        if (!Region.isCode(code.get())) {
            throw new Refusal(ExitCode.USAGE, "--region: '" + code.get()
                    + "' is not the code of a Region, such as ap-northeast-2.");
        }
        role.filter(arn -> RoleArn.account(arn).isEmpty()).ifPresent(arn -> {
            throw new Refusal(ExitCode.USAGE, "--role: '" + arn
                    + "' is not the ARN of a role, such as arn:aws:iam::123456789012:role/name.");
        });
        return new Access(profile.filter(name -> !name.isBlank()), role, new Region(code.get()), Optional.empty());
    }

    /// Before the account is read, not after.
    private void refuseUnwritable(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.exists(file) && !overwrite) {
            throw alreadyThere(file);
        } else if (folder != null && !Files.isDirectory(folder)) {
            throw new Refusal(ExitCode.CANNOT_WRITE, "There is no folder " + folder + " to write into.");
        }
    }

    private static Refusal alreadyThere(Path file) {
        return new Refusal(ExitCode.CANNOT_WRITE, file + " is already there. Name another file, or give --overwrite.");
    }

    private int propose(Options options, Access access, Discovery discovery) {
        Words words = words(options);
        say(words.say("discover.said.reading", access.region().code()));
        Identity identity = switch (discovery.identity()) {
            case Reading.Known<Identity>(var known, var _) -> known;
            case Reading.Unknown<Identity>(var failure, var _) -> throw unknown(words, failure);
        };
        String chosen = cluster(words, access.region(), identity, discovery.clusters());
        Proposal proposal = discovery.propose(chosen, Optional.of(identity));
        if (!proposal.isEmpty()) {
            write(words, proposal);
        }
        proposal.missing().forEach(part -> say(words.say("discover.said.missing", part.section(),
                sentence(words, part.failure()))));
        if (proposal.isEmpty()) {
            throw new Refusal(ExitCode.UNKNOWN, words.say("discover.said.empty", chosen));
        }
        summary(words, proposal.file());
        options.endpoint().filter(_ -> !options.sandbox())
                .ifPresent(url -> say(words.say("discover.said.endpoint", url.toString())));
        return proposal.missing().isEmpty() ? ExitCode.OK : ExitCode.UNKNOWN;
    }

    /// The cluster that was named, by name or ARN, or the only one. That the clusters may not be listed does not matter
    /// where one is named.
    private String cluster(Words words, Region where, Identity identity, Reading<List<String>> clusters) {
        Optional<String> named = cluster.map(name -> name.substring(name.lastIndexOf('/') + 1));
        List<String> all = switch (clusters) {
            case Reading.Known<List<String>>(var known, var _) -> known;
            case Reading.Unknown<List<String>>(var failure, var _) -> {
                if (failure.kind() == Failure.Kind.DENIED && named.isPresent()) {
                    yield List.of(named.get());
                }
                throw unknown(words, failure);
            }
        };
        if (all.isEmpty()) {
            throw new Refusal(ExitCode.USAGE, words.say("discover.said.noClusters", where.code(), identity.account()));
        }
        if (named.isEmpty() && all.size() == 1) {
            say(words.say("discover.said.cluster", all.getFirst()));
            return all.getFirst();
        }
        return named.filter(all::contains).orElseThrow(() -> new Refusal(ExitCode.USAGE, named
                .map(name -> words.say("discover.said.unknownCluster", name, where.code(), identity.account())
                        + Suggestion.nearest(name, all).map(near -> " " + words.say("discover.said.meant", near))
                                .orElse(""))
                .orElseGet(() -> words.say("discover.said.choose")) + System.lineSeparator()
                + words.say("discover.said.clusters", String.join(", ", all))));
    }

    private void write(Words words, Proposal proposal) {
        String text = new StackWriter().text(proposal.file(), proposal.notes().said(words::say));
        String name = proposal.file().id() + ".yaml";
        StackReader.Outcome readBack = Wiring.stackReader().read(name, text);
        if (!readBack.complaints().isEmpty()) {
            throw new IllegalStateException("the proposal is no stack file: " + readBack.complaints());
        }
        if (out.isEmpty()) {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
            return;
        }
        Path file = Files.isDirectory(out.get()) ? out.get().resolve(name) : out.get();
        OpenOption[] how = overwrite ? new OpenOption[] {StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE}
                : new OpenOption[] {StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE};
        try {
            Files.writeString(file, text, how);
            say(words.say("discover.said.written", file.toString()));
        } catch (FileAlreadyExistsException _) {
            throw alreadyThere(file);
        } catch (IOException problem) {
            throw Unwritten.refusal(file, problem);
        }
    }

    private void summary(Words words, StackFile file) {
        Components all = file.components();
        say(words.say("discover.said.proposed", file.name(), file.environment().word(), all.services().size(),
                all.loadBalancers().size(), all.databases().size(), all.caches().size(), all.queues().size(),
                all.batchQueues().size(), all.pipelines().size(), all.logGroups().size()));
    }

    private static Refusal unknown(Words words, Failure failure) {
        return new Refusal(ExitCode.UNKNOWN, sentence(words, failure));
    }

    private static String sentence(Words words, Failure failure) {
        Phrase said = failure.sentence();
        String text = words.say(said);
        return failure.action().filter(action -> !text.contains(action)).map(action -> text + " (" + action + ")")
                .orElse(text);
    }

    private void say(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }
}
