package io.watchdeck.aws;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/// What a request of the SDK sends, by the names that the API and the command line have for it; for people to read, who
/// hand it on. Values of environment variables are left out: there are secrets among them.
final class RequestJson {

    /// Of a container: a list of names with their values.
    private static final String ENVIRONMENT = "environment";
    /// Stands for a value that is not told.
    static final String HIDDEN = "***";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private RequestJson() {}

    /// The parameters that are set, in the SDK's order: text and numbers as they are, everything else as JSON.
    static Map<String, String> parameters(SdkPojo request) {
        var all = new LinkedHashMap<String, String>();
        fields(request).forEach((name, value) -> all.put(name,
                value instanceof Map || value instanceof List ? json(value) : value.toString()));
        return all;
    }

    private static Map<String, Object> fields(SdkPojo pojo) {
        var all = new LinkedHashMap<String, Object>();
        pojo.sdkFields().forEach(field -> {
            Object value = field.getValueOrDefault(pojo);
            if (value != null && !(value instanceof SdkAutoConstructList) && !(value instanceof SdkAutoConstructMap)) {
                Object told = plain(value);
                all.put(field.locationName(), field.locationName().equals(ENVIRONMENT) ? hidden(told) : told);
            }
        });
        return all;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case SdkPojo pojo -> fields(pojo);
            case Collection<?> many -> many.stream().map(RequestJson::plain).toList();
            case Map<?, ?> map -> {
                var all = new LinkedHashMap<String, Object>();
                map.forEach((name, one) -> all.put(String.valueOf(name), plain(one)));
                yield all;
            }
            default -> value;
        };
    }

    private static Object hidden(Object variables) {
        return !(variables instanceof List<?> list) ? variables : list.stream().map(one -> {
            if (!(one instanceof Map<?, ?> variable)) {
                return one;
            }
            var all = new LinkedHashMap<Object, Object>(variable);
            all.computeIfPresent("value", (_, _) -> HIDDEN);
            return all;
        }).toList();
    }

    private static String json(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JacksonException mistake) {
            throw new IllegalStateException(mistake);
        }
    }
}
