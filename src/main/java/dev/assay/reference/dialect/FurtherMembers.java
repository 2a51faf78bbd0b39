package dev.assay.reference.dialect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.reference.core.check.Sought;
import dev.assay.reference.wire.Request;
import java.util.HashMap;
import java.util.Map;

/** The members of an exchange's request beside those that its dialect knows. */
public final class FurtherMembers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private FurtherMembers() {}

    /** What is sought by a request, with all that its JSON object says in texts and numbers. */
    public static Sought in(Request request, Sought sought) {
        return sought.with(texts(request.body().toString()));
    }

    private static Map<String, String> texts(String body) {
        var texts = new HashMap<String, String>();
        try {
            JSON.readTree(body).properties().stream()
                    .filter(member -> member.getValue().isValueNode())
                    .forEach(member ->
                            texts.put(member.getKey(), member.getValue().asText()));
        } catch (JsonProcessingException noObject) {
            return Map.of();
        }
        return texts;
    }
}
