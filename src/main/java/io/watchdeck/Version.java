package io.watchdeck;

import io.watchdeck.support.Build;
import picocli.CommandLine.IVersionProvider;

/// The version of the build, from the file that the build fills in.
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"watchdeck " + number()};
    }

    static String number() {
        return Build.version();
    }
}
