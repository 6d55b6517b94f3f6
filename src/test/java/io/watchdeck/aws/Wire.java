package io.watchdeck.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// AWS's wire formats, for tests: JSON in and out, forms in, XML out.
final class Wire {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Wire() {}

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("the request is not JSON: " + json, e);
        }
    }

    static List<String> texts(JsonNode array) {
        var all = new ArrayList<String>();
        array.forEach(node -> all.add(node.asText()));
        return all;
    }

    /// A list of objects, each of which may be changed.
    static List<Map<String, Object>> objects(Object list) {
        return JSON.convertValue(list, new TypeReference<List<Map<String, Object>>>() {});
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /// Name and value in turns; null values are left out.
    static Map<String, Object> object(Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i + 1] != null) {
                map.put((String) pairs[i], pairs[i + 1]);
            }
        }
        return map;
    }

    static Map<String, String> form(String body) {
        var map = new LinkedHashMap<String, String>();
        for (String pair : body.split("&")) {
            String[] parts = pair.split("=", 2);
            map.put(parts[0], parts.length == 2 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "");
        }
        return map;
    }

    /// The numbered members of a list of the query protocol: `Prefix.member.1.Name` gives the map of `Name` and so on.
    static List<Map<String, String>> members(Map<String, String> form, String prefix) {
        return members(form, prefix, "member");
    }

    /// @param each the name of one element: RDS calls them by their kind
    static List<Map<String, String>> members(Map<String, String> form, String prefix, String each) {
        var members = new TreeMap<Integer, Map<String, String>>();
        String start = prefix + "." + each + ".";
        form.forEach((key, value) -> {
            if (key.startsWith(start)) {
                String[] parts = key.substring(start.length()).split("\\.", 2);
                members.computeIfAbsent(Integer.valueOf(parts[0]), _ -> new LinkedHashMap<>())
                        .put(parts.length == 2 ? parts[1] : "", value);
            }
        });
        return List.copyOf(members.values());
    }

    /// One XML element for each pair of name and content.
    static String xml(String... pairs) {
        var text = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            text.append('<').append(pairs[i]).append('>').append(pairs[i + 1]).append("</").append(pairs[i])
                    .append('>');
        }
        return text.toString();
    }

    static String xmlList(String name, List<String> members) {
        return xmlList(name, "member", members);
    }

    /// @param each the name of one element: RDS calls them by their kind
    static String xmlList(String name, String each, List<String> members) {
        return members.stream().map(member -> xml(each, member))
                .collect(Collectors.joining("", "<" + name + ">", "</" + name + ">"));
    }

    static String dimensions(Map<String, String> dimensions) {
        return xmlList("Dimensions", dimensions.entrySet().stream()
                .map(entry -> xml("Name", entry.getKey(), "Value", entry.getValue())).toList());
    }

    /// The page that a token names, and the token after it.
    record Page<T>(List<T> items, String next) {
        static <T> Page<T> of(List<T> all, String token, int size) {
            int from = token.isEmpty() ? 0 : Integer.parseInt(token);
            int to = Math.min(all.size(), from + size);
            return new Page<>(all.subList(from, to), to < all.size() ? Integer.toString(to) : "");
        }
    }
}
