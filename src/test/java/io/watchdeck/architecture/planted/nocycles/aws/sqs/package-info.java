@NullMarked
package io.watchdeck.architecture.planted.nocycles.aws.sqs;

import org.jspecify.annotations.NullMarked;
