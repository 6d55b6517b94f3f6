/// Reads the ports from AWS: clients, one adapter and one pure mapper for each service, one translation of failures.
/// The only package that knows the AWS SDK.
///
/// Read first: [AwsConnector], then [AwsApi] (every call we make), [AwsCalls] (how a call is made) and [AwsFailures]
/// (what its exceptions mean). Nothing imports this package but the root; it starts no thread.
@NullMarked
package io.watchdeck.aws;

import org.jspecify.annotations.NullMarked;
