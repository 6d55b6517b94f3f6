package io.watchdeck.architecture.planted.toolkitonlyinui;

import io.watchdeck.architecture.planted.Right;
import javafx.application.Application;
import javafx.stage.Stage;

@Right
public final class ConsoleApp extends Application {
    @Override
    public void start(Stage stage) {}
}
