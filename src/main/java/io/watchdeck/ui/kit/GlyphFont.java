package io.watchdeck.ui.kit;

import java.io.InputStream;
import java.net.URL;
import org.kordamp.ikonli.AbstractIkonHandler;
import org.kordamp.ikonli.Ikon;

/// Where Ikonli finds the font of the icons. It is named in `META-INF/services`.
public final class GlyphFont extends AbstractIkonHandler {

    private static final String FILE = "fonts/WatchdeckIcons-Regular.ttf";

    @Override
    public boolean supports(String description) {
        return description != null && description.startsWith(Glyph.PREFIX);
    }

    @Override
    public Ikon resolve(String description) {
        return Glyph.valueOf(description.substring(Glyph.PREFIX.length()));
    }

    @Override
    public URL getFontResource() {
        return GlyphFont.class.getResource(FILE);
    }

    @Override
    public InputStream getFontResourceAsStream() {
        return GlyphFont.class.getResourceAsStream(FILE);
    }

    @Override
    public String getFontFamily() {
        return "Watchdeck Icons";
    }
}
