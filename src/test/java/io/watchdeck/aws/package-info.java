/// Tests of the AWS adapters: mappers on SDK model objects, everything else through the real clients against
/// [LoopbackAws], and against the emulator in classes named `*IT`.
@NullMarked
package io.watchdeck.aws;

import org.jspecify.annotations.NullMarked;
