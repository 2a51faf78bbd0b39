package dev.assay.identity.provider;

import dev.assay.identity.workload.SubjectForm;
import java.util.Map;

/**
 * How a provider composes {@code sub}.
 *
 * @param environmentContext template of its last part when the job declares an environment
 * @param forms template for each form, by the form's name
 * @param escapes what stands for a character of a value, so that no value can imitate a further part
 */
public record Subject(String environmentContext, Map<String, String> forms, Map<String, String> escapes) {

    public Subject {
        forms = Map.copyOf(forms);
        escapes = Map.copyOf(escapes);
        for (var form : SubjectForm.values()) {
            if (!forms.containsKey(form.toString())) {
                throw new IllegalArgumentException("A provider's subject needs the form '" + form + "'");
            }
        }
    }

    String template(SubjectForm form) {
        return forms.getOrDefault(form.toString(), "");
    }

    String escape(String value) {
        var escaped = value;
        for (var escape : escapes.entrySet()) {
            escaped = escaped.replace(escape.getKey(), escape.getValue());
        }
        return escaped;
    }
}
