package io.watchdeck.ui.alarms;

/// What the form for a word on the shown alarm says beside what is typed.
///
/// @param shown  whether there is a form: a word can be given, or one was begun before the alarm was over
/// @param locked whether no word can be given now
/// @param title  as whom it is written
/// @param held   whose word holds, and that a new one takes its place; may be empty
/// @param moved  that what is typed will be on another occurrence than the one it was begun on, or on none until the
///               alarm comes again; may be empty
record WordFacts(boolean shown, boolean locked, String title, String held, String moved) {

    static WordFacts none() {
        return new WordFacts(false, true, "", "", "");
    }
}
