package io.watchdeck.model;

/// An AWS Region by its code, such as `ap-northeast-2`. Not checked against a list: AWS adds Regions.
public record Region(String code) {

    /// Whether a word has the form of a Region's code: `ap-northeast-2`, `us-gov-west-1`, `eu-isoe-west-1`.
    public static boolean isCode(String word) {
        return word.matches("[a-z]{2}(-[a-z]+)+-\\d");
    }

    @Override
    public String toString() {
        return code;
    }
}
