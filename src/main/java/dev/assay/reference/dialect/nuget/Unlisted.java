package dev.assay.reference.dialect.nuget;

import dev.assay.reference.behaviour.TokenRules.Actions;
import dev.assay.reference.core.registry.RegistryToken;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Versions that are not shown in lists. */
final class Unlisted {

    private final Actions actions;
    private final Set<String> fileNames = ConcurrentHashMap.newKeySet();

    Unlisted(Actions actions) {
        this.actions = actions;
    }

    /** Whether the token allows more than publishing. */
    boolean mayBeChangedBy(RegistryToken token) {
        return token.isLongLived() || actions != Actions.PUBLISH;
    }

    void change(String fileName, boolean listed) {
        if (listed) {
            fileNames.remove(fileName);
        } else {
            fileNames.add(fileName);
        }
    }

    boolean contains(String fileName) {
        return fileNames.contains(fileName);
    }
}
