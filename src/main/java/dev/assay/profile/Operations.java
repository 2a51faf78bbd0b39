package dev.assay.profile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All operations of a profile, by the member that describes them: {@code exchange}, {@code readBack.version}, ... */
public final class Operations {
    private final Map<String, Operation> byMember = new LinkedHashMap<>();

    private Operations() {}

    /**
     * Those of a profile that go over HTTP, in the order of the schema; an operation's {@code before} comes ahead of it.
     */
    public static Operations of(Profile profile) {
        var found = new Operations();
        profile.audience().discover().ifPresent(o -> found.add("audience.discover", o));
        profile.exchange().ifPresent(o -> found.add("exchange", o));
        found.add("publish.operation", profile.publish().operation());
        profile.publish().abolished().ifPresent(o -> found.add("publish.abolished", o));
        profile.readBack().forEach((view, o) -> found.add("readBack." + view, o));
        var provision = profile.provision();
        provision
                .operations()
                .keySet()
                .forEach(
                        name -> provision.operation(name).ifPresent(o -> found.add("provision.operations." + name, o)));
        return found;
    }

    private void add(String member, Operation operation) {
        for (var i = 0; i < operation.before().size(); i++) {
            add(member + ".before." + i, operation.before().get(i));
        }
        byMember.put(member, operation);
    }

    /** The operations by their members, such as {@code exchange.before.0}. */
    public Map<String, Operation> byMember() {
        return Map.copyOf(byMember);
    }

    /** The first member that describes this operation; empty for one that no profile lists. */
    public Optional<String> memberOf(Operation operation) {
        return byMember.entrySet().stream()
                .filter(entry -> entry.getValue().equals(operation))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
