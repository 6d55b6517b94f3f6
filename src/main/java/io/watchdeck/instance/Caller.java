package io.watchdeck.instance;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Asks the running console of a data folder. Blocking.
public final class Caller {

    private static final Logger LOG = Logger.getLogger(Caller.class.getName());
    /// A piece of an answer is much shorter.
    private static final int LONGEST_LINE = 1 << 20;

    private final InstanceFiles files;
    private final Duration first;
    private final Duration later;

    /// Where a console lives says its lock; whether it lives, its socket.
    ///
    /// @param process of the console that wrote it
    private record Address(OptionalLong process, Path socket) {}

    public Caller(Path data) {
        this(data, Duration.ofSeconds(5), Duration.ofMinutes(1));
    }

    /// @param first how long the console may take to say that it has heard
    /// @param later how long it may fall silent after that
    Caller(Path data, Duration first, Duration later) {
        files = new InstanceFiles(data, data);
        this.first = first;
        this.later = later;
    }

    /// Whether somebody is there to be asked, be it that he does not answer.
    public boolean isWorthAsking() {
        return address().filter(this::isHeld).isPresent();
    }

    private boolean isHeld(Address address) {
        try (Lines _ = Lines.to(address.socket(), LONGEST_LINE, first)) {
            return true;
        } catch (ConnectException stale) {
            LOG.log(Level.FINE, "left behind by a console that was killed", stale);
            return false;
        } catch (IOException busy) {
            LOG.log(Level.FINE, "looking for a console", busy);
            return true;
        }
    }

    /// @param text takes the answer in pieces as they come; what it throws ends the asking
    public Reply ask(Request request, Consumer<String> text) {
        return address().map(there -> ask(there, request, text)).orElseGet(Reply.Nobody::new);
    }

    private Optional<Address> address() {
        List<String> written;
        try {
            written = Files.readAllLines(files.lock());
        } catch (IOException none) {
            LOG.log(Level.FINE, "no lock", none);
            return Optional.empty();
        }
        if (written.size() < 2 || written.get(1).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Address(process(written.getFirst()), Path.of(written.get(1))))
                .filter(there -> Files.exists(there.socket()));
    }

    private Reply ask(Address address, Request request, Consumer<String> text) {
        try (Lines lines = Lines.to(address.socket(), LONGEST_LINE, first)) {
            lines.write(Wire.request(request));
            return heard(lines, address, text);
        } catch (ConnectException stale) {
            LOG.log(Level.FINE, "left behind by a console that was killed", stale);
            return new Reply.Nobody();
        } catch (IOException failed) {
            LOG.log(Level.FINE, "asking", failed);
            return new Reply.Silent(address.process());
        }
    }

    private Reply heard(Lines lines, Address address, Consumer<String> text) throws IOException {
        try {
            return switch (lines.read(first)) {
                case Lines.Line(String line) -> switch (Wire.part(line)) {
                    case Wire.Heard() -> answer(lines, text);
                    case Wire.End(Handler.Declined(String why)) -> new Reply.Declined(why);
                    case Wire.End(Handler.Done _) -> new Reply.Broken();
                    case Wire.Text _ -> new Reply.Broken();
                };
                case Lines.Silence() -> new Reply.Silent(address.process());
                case Lines.Closed() -> new Reply.Silent(address.process());
                case Lines.TooLong() -> new Reply.Declined("garbage");
            };
        } catch (Wire.NotUnderstood other) {
            return new Reply.Declined(String.valueOf(other.getMessage()));
        }
    }

    private Reply answer(Lines lines, Consumer<String> text) throws Wire.NotUnderstood {
        try {
            while (lines.read(later) instanceof Lines.Line(String line)) {
                switch (Wire.part(line)) {
                    case Wire.Text(String piece) -> text.accept(piece);
                    case Wire.End(Handler.Done(var code, var says)) -> {
                        return new Reply.Ended(code, says);
                    }
                    case Wire.End(Handler.Declined(String why)) -> {
                        return new Reply.Declined(why);
                    }
                    case Wire.Heard() -> {
                        return new Reply.Broken();
                    }
                }
            }
        } catch (IOException cut) {
            LOG.log(Level.FINE, "the answer ended", cut);
        }
        return new Reply.Broken();
    }

    private static OptionalLong process(String written) {
        try {
            return OptionalLong.of(Long.parseLong(written));
        } catch (NumberFormatException other) {
            return OptionalLong.empty();
        }
    }
}
