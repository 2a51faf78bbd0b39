package dev.assay.reference.dialect.rubygems;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a gem says of itself.
 *
 * @param yaml the mapping of {@code metadata.gz}
 */
record GemSpecification(JsonNode yaml) {

    String name() {
        return text("name");
    }

    String version() {
        return yaml.path("version").path("version").asText();
    }

    String platform() {
        var platform = text("platform");
        return platform.isEmpty() ? "ruby" : platform;
    }

    /** Name, version and, unless it runs everywhere, platform: the stem of file names. */
    String fullName() {
        return name() + "-" + number();
    }

    /** Version and, unless it runs everywhere, platform. */
    String number() {
        return platform().equals("ruby") ? version() : version() + "-" + platform();
    }

    String text(String member) {
        var value = yaml.path(member);
        return value.isValueNode() && !value.isNull() ? value.asText() : "";
    }

    List<String> texts(String member) {
        var values = new ArrayList<String>();
        yaml.path(member).forEach(value -> values.add(value.asText()));
        return values;
    }

    /** Whether the version has a letter (rubygems/rubygems lib/rubygems/version.rb). */
    boolean isPrerelease() {
        return version().matches(".*[A-Za-z].*");
    }
}
