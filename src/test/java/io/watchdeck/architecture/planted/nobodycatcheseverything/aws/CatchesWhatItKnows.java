package io.watchdeck.architecture.planted.nobodycatcheseverything.aws;

import io.watchdeck.architecture.planted.Right;
import java.io.IOException;
import java.io.StringReader;

@Right
public final class CatchesWhatItKnows {

    /// Not `catch (Exception e)`, but:
    int read(Runnable done) {
        /* } catch (Throwable t) { */
        try (var reader = new StringReader("catch (Exception e)")) {
            return reader.read();
        } catch (IOException | IllegalStateException _) {
            return """
                    catch (Exception "e")
                    """.length();
        } finally {
            done.run();
        }
    }
}
