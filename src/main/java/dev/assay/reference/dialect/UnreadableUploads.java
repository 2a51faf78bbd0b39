package dev.assay.reference.dialect;

import dev.assay.reference.behaviour.PublishingRules.Unreadable;
import dev.assay.reference.core.failure.ServerFault;
import dev.assay.reference.wire.Answer;
import java.util.Optional;

/**
 * What becomes of an upload that cannot be read, whatever the wire.
 *
 * @param rule what the behaviour says of it
 */
public record UnreadableUploads(Unreadable rule) {

    /**
     * What one is answered with that is not refused.
     *
     * @param success how this wire puts a success
     * @throws ServerFault if the registry breaks down over it
     */
    public Optional<Answer> notRefused(Answer success) {
        return switch (rule) {
            case REFUSED -> Optional.empty();
            case SERVER_ERROR -> throw new ServerFault("the upload cannot be read");
            case LIKE_SUCCESS -> Optional.of(success);
        };
    }
}
