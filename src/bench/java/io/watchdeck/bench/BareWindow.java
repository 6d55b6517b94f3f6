package io.watchdeck.bench;

import atlantafx.base.theme.PrimerDark;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToolBar;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;

/// The least that a JavaFX window with AtlantaFX is: an empty table below a tool bar, as large as the console's. Prints
/// when it was laid out, in milliseconds since 1970.
public final class BareWindow extends Application {

    /// Not an `Application`, as the console's.
    public static final class Launcher {
        private Launcher() {}

        public static void main(String[] arguments) {
            Application.launch(BareWindow.class, arguments);
        }
    }

    /// @param stage that JavaFX gives
    @Override
    public void start(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
        var table = new TableView<String>();
        table.getColumns().add(new TableColumn<>("Service"));
        var root = new BorderPane(table);
        root.setTop(new ToolBar(new Button("Refresh"), new TextField()));
        var scene = new Scene(root, 1440, 900);
        stage.setScene(scene);
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                System.out.println(System.currentTimeMillis());
                if (getParameters().getRaw().contains("once")) {
                    System.exit(0);
                }
            }
        });
        stage.show();
    }
}
