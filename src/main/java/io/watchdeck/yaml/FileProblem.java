package io.watchdeck.yaml;

/// Something wrong in a file that a person wrote, with the place and the remedy.
///
/// @param file    as the person named it
/// @param line    counted from 1; 0 when the file as a whole is meant
/// @param column  counted from 1; 0 when the file as a whole is meant
/// @param problem what is wrong, in one sentence
/// @param remedy  what was probably meant, or what to write instead
/// @param covered whether what the file said when it was right last is in use
public record FileProblem(String file, int line, int column, String problem, String remedy, boolean covered) {

    /// Of a file that is not used at all.
    public FileProblem(String file, int line, int column, String problem, String remedy) {
        this(file, line, column, problem, remedy, false);
    }

    /// The same of a file whose last good version is in use.
    public FileProblem whileCovered() {
        return new FileProblem(file, line, column, problem, remedy, true);
    }

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
