package dev.assay.reference.core.forge;

import dev.assay.reference.behaviour.PinRule.Of;
import java.util.Optional;

/** Where the immutable ids stand behind the names of owners and repositories. */
public interface Forge {

    /**
     * The owner of that name; empty if there is none.
     *
     * @throws ForgeUnavailable if the forge does not say
     */
    Optional<Named> owner(String login);

    /**
     * The repository of that name; empty if there is none.
     *
     * @throws ForgeUnavailable if the forge does not say
     */
    Optional<Named> repository(String owner, String name);

    /** The id that the names lead to at this moment; empty if they lead to none or the forge does not say. */
    default Optional<String> idNow(Of of, String owner, String repository) {
        try {
            return (of == Of.OWNER ? owner(owner) : repository(owner, repository)).map(Named::id);
        } catch (ForgeUnavailable unknown) {
            return Optional.empty();
        }
    }

    /**
     * An owner or a repository.
     *
     * @param id immutable
     * @param name as the forge spells it
     */
    record Named(String id, String name) {}
}
