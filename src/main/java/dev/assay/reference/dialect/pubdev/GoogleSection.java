package dev.assay.reference.dialect.pubdev;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What is entered about publishing with a Google Cloud service account; kept, and not put to use: no identity provider
 * of that kind is simulated.
 *
 * @param isEnabled whether anything may be published with it
 * @param serviceAccountEmail whose
 */
record GoogleSection(boolean isEnabled, String serviceAccountEmail) {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    static GoogleSection read(JsonNode section) {
        return new GoogleSection(
                section.path("isEnabled").asBoolean(false),
                section.path("serviceAccountEmail").asText("").strip());
    }

    void validate() throws ApiProblem {
        if (serviceAccountEmail.isEmpty()) {
            if (isEnabled) {
                throw ApiProblem.invalidInput("The service account email field must not be empty when enabled.");
            }
            return;
        }
        if (!EMAIL.matcher(serviceAccountEmail).matches()) {
            throw ApiProblem.invalidInput(
                    "The service account email is not valid: `%s`.".formatted(serviceAccountEmail));
        }
        if (!serviceAccountEmail.endsWith(".gserviceaccount.com")) {
            throw ApiProblem.invalidInput("The service account email must end with `.gserviceaccount.com`.");
        }
    }

    Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        members.put("isEnabled", isEnabled);
        if (!serviceAccountEmail.isEmpty()) {
            members.put("serviceAccountEmail", serviceAccountEmail);
        }
        return members;
    }
}
