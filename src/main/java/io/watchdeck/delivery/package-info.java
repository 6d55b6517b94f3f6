/// Pipelines that bring new versions into a stack.
///
/// Read first: [PipelineState], then the port [PipelineSource].
@NullMarked
package io.watchdeck.delivery;

import org.jspecify.annotations.NullMarked;
