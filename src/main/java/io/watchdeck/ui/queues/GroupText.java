package io.watchdeck.ui.queues;

import io.watchdeck.queues.letters.BodyShape;
import io.watchdeck.queues.letters.LetterGroup;
import io.watchdeck.queues.letters.LetterGroup.Name;
import io.watchdeck.ui.kit.BodyText;
import io.watchdeck.ui.queues.GroupLine.Note;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts a group of dead letters into words: facts alone. Whether trying again would help is nothing that can be seen here.
record GroupText(Words words, Instant now) {

    private static final int LETTERS = 26;
    private static final int MOST_FIELDS = 4;

    /// @param index    of its letter
    /// @param look     that the groups come from
    /// @param fate     how the newest redrive went for it; empty where nothing is known of that
    /// @param many     whether letters of several queues are here
    GroupLine line(LetterGroup group, int index, Look look, Optional<Look.Fate> fate, boolean many) {
        String mark = mark(index);
        String name = name(group.name());
        var notes = new ArrayList<Note>();
        fate.ifPresent(last -> notes.add(new Note(told(last), last.back() > 0)));
        if (!(group.name() instanceof Name.Lacks) && !group.lacking().isEmpty()) {
            notes.add(new Note(words.say("ui.queues.note.lacks", fields(group.lacking())), false));
        }
        if (group.name() instanceof Name.Error) {
            group.signature().map(signature -> signature.shape().kind()).filter(kind -> kind != BodyShape.Kind.OBJECT)
                    .ifPresent(kind -> notes.add(new Note(words.say("ui.queues.note.body." + kind), false)));
        }
        if (group.unprinted() > 0) {
            notes.add(new Note(words.say("ui.queues.note.unprinted", group.unprinted(), group.count()), false));
        }
        if (many) {
            group.signature().flatMap(one -> one.source()).ifPresent(source -> notes.add(new Note(
                    words.say("ui.queues.note.source", source.substring(source.lastIndexOf(':') + 1)), false)));
        }
        String span = span(group);
        return new GroupLine(key(group), mark, name, words.number(group.count()), of(look),
                group.count() / (double) Math.max(1, look.known()), span,
                notes, words.say("ui.queues.group.row", mark, name, group.count(), basis(span, look),
                        String.join(" ", notes.stream().map(Note::text).toList())));
    }

    private String basis(String span, Look look) {
        String of = of(look);
        return of.isEmpty() ? span : of + ", " + span;
    }

    /// Groups are made of the bodies that are held, which need not be all that were looked at, nor those all that are there.
    private String of(Look look) {
        if (look.letters().others() > 0) {
            return words.say("ui.queues.group.ofHeld", look.known());
        }
        return look.letters().complete() ? "" : words.say("ui.queues.group.ofLooked", look.known());
    }

    /// That none came back is good news of what was moved alone: what was not moved says nothing of the next redrive.
    private String told(Look.Fate fate) {
        String when = words.when(fate.begun(), now);
        if (fate.of().isEmpty()) {
            return words.say(fate.back() == 0 ? "ui.queues.note.notMoved" : fate.left() == 0 ? "ui.queues.note.cameBack"
                    : "ui.queues.note.cameBackLeft", fate.back(), when, fate.left());
        }
        int of = Math.max(fate.back() + fate.left(), fate.of().getAsInt());
        int moved = of - fate.left();
        return moved == 0 ? words.say("ui.queues.note.notMovedOf", of, when)
                : words.say(fate.left() == 0 ? "ui.queues.note.cameBackOf" : "ui.queues.note.cameBackOfMoved",
                        fate.back(), moved, when, fate.left());
    }

    static String key(LetterGroup group) {
        return group.signature().map(one -> one.toString()).orElse("");
    }

    static String mark(int index) {
        return index < LETTERS ? String.valueOf((char) ('A' + index)) : String.valueOf(index + 1);
    }

    private String span(LetterGroup group) {
        LocalDate first = LocalDate.ofInstant(group.first(), words.zone());
        LocalDate last = LocalDate.ofInstant(group.last(), words.zone());
        return first.equals(last) ? words.day(first) : words.say("ui.queues.group.span", words.day(first),
                words.day(last));
    }

    String name(Name name) {
        return switch (name) {
            case Name.Error(var text) -> BodyText.harmless(text);
            case Name.Empty() -> words.say("ui.queues.group.empty");
            case Name.NotJson() -> words.say("ui.queues.group.notJson");
            case Name.NoObject(var list) -> words.say(list ? "ui.queues.group.list" : "ui.queues.group.value");
            case Name.Lacks(var fields) -> words.say("ui.queues.group.lacks", fields(fields));
            case Name.OtherType(var field, var type, var usual) -> words.say("ui.queues.group.type",
                    BodyText.harmless(field), type(type), type(usual));
            case Name.Extra(var fields) -> words.say("ui.queues.group.extra", fields(fields));
            case Name.Usual(var fields) -> fields.isEmpty() ? words.say("ui.queues.group.noFields")
                    : words.say("ui.queues.group.usual", fields(fields));
            case Name.Others(var groups) -> words.say("ui.queues.group.others", groups);
        };
    }

    private String type(String type) {
        return words.say("ui.queues.type." + type);
    }

    private String fields(List<String> names) {
        List<String> shown = names.stream().limit(MOST_FIELDS).map(BodyText::harmless).toList();
        return words.list(shown) + (names.size() > MOST_FIELDS ? " …" : "");
    }
}
