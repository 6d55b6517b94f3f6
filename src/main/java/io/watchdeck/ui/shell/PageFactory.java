package io.watchdeck.ui.shell;

/// Makes a screen; called once for each language.
@FunctionalInterface
public interface PageFactory {
    Page create(PageContext context);
}
