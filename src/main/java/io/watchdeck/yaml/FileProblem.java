package io.watchdeck.yaml;

/// Something wrong in a file that a person wrote, with the place and the remedy.
///
/// @param file    as the person named it
/// @param line    counted from 1; 0 when the file as a whole is meant
/// @param column  counted from 1; 0 when the file as a whole is meant
/// @param problem what is wrong, in one sentence
/// @param remedy  what was probably meant, or what to write instead
public record FileProblem(String file, int line, int column, String problem, String remedy) {

    /// The last part of the file's path.
    public String fileName() {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }

    /// `tiketi-prod.yaml:12:5: Unknown key 'servces'. Did you mean 'services'?`
    @Override
    public String toString() {
        String place = line > 0 ? file + ":" + line + ":" + column : file;
        return place + ": " + problem + (remedy.isEmpty() ? "" : " " + remedy);
    }
}
