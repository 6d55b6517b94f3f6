package io.watchdeck.ui.kit;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.value.WritableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.converter.PaintConverter;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// An icon, which is a text of one glyph. Its size is that of the font; its colour is `-fx-icon-color`. It is no `.font-icon`
/// of AtlantaFX: fifty rules would be looked up for each of a hundred icons, and `.wd-icon` decides all the same.
public class FontIcon extends Text {

    static final Font FONT =
            Font.loadFont(FontIcon.class.getResource("fonts/WatchdeckIcons-Regular.ttf").toExternalForm(),
                    16);

    private static final CssMetaData<FontIcon, Paint> COLOR =
            new CssMetaData<>("-fx-icon-color", PaintConverter.getInstance(), Color.BLACK) {
                @Override
                public boolean isSettable(FontIcon icon) {
                    return !icon.fillProperty().isBound();
                }

                @Override
                @SuppressWarnings("unchecked")
                public StyleableProperty<Paint> getStyleableProperty(FontIcon icon) {
                    return (StyleableProperty<Paint>) (WritableValue<Paint>) icon.fillProperty();
                }
            };
    private static final List<CssMetaData<? extends Styleable, ?>> META = Stream.concat(
            Text.getClassCssMetaData().stream().filter(meta -> !meta.getProperty().equals("-fx-fill")),
            Stream.of(COLOR)).toList();

    private Glyph glyph;

    /// @param styleClasses say how it looks, beside `wd-icon`
    @SuppressWarnings("this-escape")
    FontIcon(Glyph glyph, String... styleClasses) {
        this.glyph = glyph;
        getStyleClass().add("wd-icon");
        getStyleClass().addAll(styleClasses);
        // The font first: it is measured as soon as it has a text, and in the system's font the glyph would be looked for
        // in every font of the machine.
        setFont(FONT);
        setText(glyph.text());
    }

    public final void show(Glyph shown) {
        glyph = shown;
        setText(shown.text());
    }

    public final Glyph glyph() {
        return glyph;
    }

    public static List<CssMetaData<? extends Styleable, ?>> getClassCssMetaData() {
        return META;
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return META;
    }
}
