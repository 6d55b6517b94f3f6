package io.watchdeck.yaml;

import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.Parser;

/// Hands on the events of a YAML text and stops what could do harm. Aliases are reported, because ten lines of them can
/// stand for a billion nodes: the tree may then be composed, which follows none of them, but must not be walked. Deep
/// nesting ends the parsing, because composing is recursive.
final class GuardedParser implements Parser {

    private static final int MAX_DEPTH = 20;

    private final Parser parser;
    private final Problems problems;
    private int depth;

    GuardedParser(Parser parser, Problems problems) {
        this.parser = parser;
        this.problems = problems;
    }

    /// Thrown after it was reported.
    static final class TooDeep extends YamlEngineException {
        private static final long serialVersionUID = 1L;

        TooDeep() {
            super("nested more than " + MAX_DEPTH + " deep");
        }
    }

    @Override
    public boolean checkEvent(Event.ID choice) {
        return parser.checkEvent(choice);
    }

    @Override
    public Event peekEvent() {
        return parser.peekEvent();
    }

    @Override
    public boolean hasNext() {
        return parser.hasNext();
    }

    @Override
    public Event next() {
        Event event = parser.next();
        switch (event.getEventId()) {
            case Alias -> event.getStartMark().ifPresent(mark -> problems.at(mark,
                    "The alias '*" + ((AliasEvent) event).getAlias().getValue() + "' is not followed.",
                    "Write the value out."));
            case MappingStart, SequenceStart -> deeper(event);
            case MappingEnd, SequenceEnd -> depth--;
            default -> {
                // Only nesting and references can do harm.
            }
        }
        return event;
    }

    private void deeper(Event event) {
        depth++;
        if (depth > MAX_DEPTH) {
            event.getStartMark().ifPresent(mark -> problems.at(mark, "This is nested more than " + MAX_DEPTH
                    + " deep.", "Close the brackets before it."));
            throw new TooDeep();
        }
    }
}
