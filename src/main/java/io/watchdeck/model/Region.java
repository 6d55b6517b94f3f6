package io.watchdeck.model;

/// An AWS Region by its code, such as `ap-northeast-2`. Not checked against a list: AWS adds Regions.
public record Region(String code) {
    @Override
    public String toString() {
        return code;
    }
}
