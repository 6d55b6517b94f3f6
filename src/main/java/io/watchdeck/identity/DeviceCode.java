package io.watchdeck.identity;

import java.net.URI;
import java.time.Instant;

/// What a person compares in the browser.
///
/// @param code  such as `BHDF-XQJL`
/// @param page  where it can be typed
/// @param whole the same page with the code in it
/// @param until it can be confirmed
public record DeviceCode(String code, URI page, URI whole, Instant until) {}
