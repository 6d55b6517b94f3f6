/// The one running console of a data folder, and how commands find it and ask it: a lock that the system gives back when
/// the process ends, and a local socket beside it. The only place that knows files and lines of both.
///
/// Read first: [Instance], which is the console's side, and [Caller], which is the commands'. What is asked and answered
/// is decided by the root: here a question is a word with terms, an answer is text and an exit code. Imports nothing
/// of the house.
///
/// A room of its own because it is technology that neither the root's command line nor `store` should know: the history
/// stays one file of one process, whether anybody can ask that process or not.
@NullMarked
package io.watchdeck.instance;

import org.jspecify.annotations.NullMarked;
