/// What came of an operation: read back until there is a verdict. The proofs are pure, [Prover] reads what they judge.
/// Read first: [Finding], then [Prover].
@NullMarked
package io.watchdeck.operations.proof;

import org.jspecify.annotations.NullMarked;
