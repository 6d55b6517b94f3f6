/// Says what it is for, but not that it is null-marked.
package io.watchdeck.architecture.planted.everypackageisnullmarked.queues;
