/// Dead letters: looking at them, moving them back, destroying them. Read first: [DeadLetter], then the ports
/// [RedriveSource] and [QueueControl], of which only `operations` may use the latter.
@NullMarked
package io.watchdeck.queues.letters;

import org.jspecify.annotations.NullMarked;
