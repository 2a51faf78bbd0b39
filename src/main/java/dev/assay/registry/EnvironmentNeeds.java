package dev.assay.registry;

import dev.assay.profile.Operation;
import dev.assay.profile.Operations;
import dev.assay.profile.Profile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The environment variables that a profile's requests take values from, found before anything is sent. */
public final class EnvironmentNeeds {
    private static final String PROVISIONING = "provision.operations.";

    private final Profile profile;
    private final Templates templates = new Templates();
    private final Map<String, List<String>> membersByVariable = new TreeMap<>();

    private EnvironmentNeeds(Profile profile) {
        this.profile = profile;
    }

    /**
     * A variable that is needed.
     *
     * @param members the profile's members that need it, at least one, in alphabetical order
     */
    public record Need(String variable, List<String> members) {
        public Need {
            members = List.copyOf(members);
        }

        /** Says that the variable is not set, and what needs it. */
        public String complaint() {
            var more = members.size() - 1;
            return "the environment variable " + variable + " is not set, which " + members.get(0)
                    + (more == 0 ? " needs" : " and " + more + " more need");
        }
    }

    /** The variables that a profile needs and that are not set or empty, by name. */
    public static List<Need> missing(Profile profile, Map<String, String> environment) {
        return new EnvironmentNeeds(profile)
                .collect().entrySet().stream()
                        .filter(need ->
                                environment.getOrDefault(need.getKey(), "").isEmpty())
                        .map(need -> new Need(need.getKey(), need.getValue()))
                        .toList();
    }

    /** The variables that a profile needs and whose values are too short to be kept out of reports, by name. */
    public static List<String> shown(Profile profile, Map<String, String> environment) {
        return new EnvironmentNeeds(profile)
                .collect().keySet().stream()
                        .filter(variable -> {
                            var length = environment.getOrDefault(variable, "").length();
                            return length > 0 && length < Secrets.LEAST;
                        })
                        .toList();
    }

    private Map<String, List<String>> collect() {
        profile.audience().literal().ifPresent(literal -> look("audience.literal", literal));
        new TreeMap<>(Operations.of(profile).byMember()).forEach((member, operation) -> {
            if (goesOverHttp(member)) {
                texts(operation.request()).forEach((name, text) -> look(member + ".request." + name, text));
            }
        });
        return membersByVariable;
    }

    private void look(String member, String template) {
        templates
                .variables(template)
                .forEach(variable -> membersByVariable
                        .computeIfAbsent(variable, first -> new ArrayList<>())
                        .add(member));
    }

    /** Whether it is sent at all: a program may stand in for what the profile inherits. */
    private boolean goesOverHttp(String member) {
        return !member.startsWith(PROVISIONING)
                || profile.provision()
                        .operation(member.substring(PROVISIONING.length()).replaceFirst("\\..*", ""))
                        .isPresent();
    }

    /** Every template of a request, by its member. */
    private static Map<String, String> texts(Operation.Request request) {
        var texts = new LinkedHashMap<String, String>();
        request.path().ifPresent(path -> texts.put("path", path));
        request.url().ifPresent(url -> texts.put("url", url));
        request.headers().forEach((name, value) -> texts.put("headers." + name, value));
        request.basic().ifPresent(basic -> texts.put("basic", basic));
        request.body().ifPresent(body -> texts.put("body", body));
        for (var i = 0; i < request.multipart().size(); i++) {
            var part = request.multipart().get(i);
            var member = "multipart." + i;
            part.value().ifPresent(value -> texts.put(member + ".value", value));
            part.members().ifPresent(members -> texts.put(member + ".members", members));
            part.fileName().ifPresent(fileName -> texts.put(member + ".fileName", fileName));
        }
        for (var i = 0; i < request.frames().size(); i++) {
            var member = "frames." + i + ".text";
            request.frames().get(i).text().ifPresent(text -> texts.put(member, text));
        }
        return texts;
    }
}
