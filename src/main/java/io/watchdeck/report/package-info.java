/// The hand-over report: what happened to stacks in a time, for somebody who was not there, as Markdown and as one HTML file.
///
/// Read first: [io.watchdeck.report.HandOver], the facts; [io.watchdeck.report.Report] puts them into a
/// [io.watchdeck.report.Document], which the writers write. Nothing is asked of AWS, and nothing is said that is not kept.
/// May not import JavaFX, JDBC or the AWS SDK.
@NullMarked
package io.watchdeck.report;

import org.jspecify.annotations.NullMarked;
