package dev.assay.reference.dialect.rubygems;

import dev.assay.reference.behaviour.PublishingRules.Replacement;
import dev.assay.reference.behaviour.PublishingRules.Spellings;
import dev.assay.reference.behaviour.Rules;
import dev.assay.reference.core.RegistryCore;
import dev.assay.reference.core.Upload;
import dev.assay.reference.core.UploadRefused;
import dev.assay.reference.core.failure.ServerFault;
import dev.assay.reference.core.registry.FileContent;
import dev.assay.reference.core.registry.PackageEntry;
import dev.assay.reference.core.registry.RegistryToken;
import dev.assay.reference.core.registry.StoredFile;
import dev.assay.reference.dialect.UnreadableUploads;
import dev.assay.reference.dialect.rubygems.PushBody.InvalidPushForm;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Endpoint;
import dev.assay.reference.wire.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code POST /api/v1/gems} (rubygems/rubygems.org app/controllers/api/v1/rubygems_controller.rb, app/models/pusher.rb).
 * Order: key, scope, gem, what exists, rights.
 */
record PushEndpoint(Rules rules, RegistryCore core, ApiKeys keys) implements Endpoint {

    /** The key, and the name of the identity that it was made for. */
    static final String PUSHED_WITH = "pushed_with";

    static final String PUSHED_BY = "pushed_by";

    @Override
    public Answer answer(Request request) {
        var key = keys.key(core, request.header("Authorization"));
        if (key.isEmpty()) {
            return PushAnswers.accessDenied();
        }
        if (!keys.allow(key.get(), Scope.PUSH_RUBYGEM)) {
            return PushAnswers.outOfScope();
        }
        try {
            return push(key.get(), PushBody.read(request));
        } catch (InvalidPushForm invalid) {
            return Rails.error(400, String.valueOf(invalid.getMessage()));
        } catch (ServerFault crash) {
            return Rails.text(500, "Server error. Please try again.");
        }
    }

    private Answer push(RegistryToken key, PushBody body) {
        try {
            var specification = GemFile.read(body.gem());
            var content = new FileContent(body.gem());
            var conflict = conflict(key, specification, content);
            return conflict.isPresent() ? conflict.get() : store(key, specification, content, body.attestations());
        } catch (InvalidGem invalid) {
            return new UnreadableUploads(rules.publishing().unreadable())
                    .notRefused(Rails.text(200, "Successfully registered gem"))
                    .orElseGet(() -> PushAnswers.invalid(invalid));
        } catch (UploadRefused refused) {
            return PushAnswers.refused(refused, key.isLongLived());
        }
    }

    /** What exists is looked up before anybody asks who pushes. */
    private Optional<Answer> conflict(RegistryToken key, GemSpecification gem, FileContent content) {
        return core.state()
                .atomically(() ->
                        core.state().packages().find(gem.name()).flatMap(entry -> conflict(entry, key, gem, content)));
    }

    private Optional<Answer> conflict(
            PackageEntry entry, RegistryToken key, GemSpecification gem, FileContent content) {
        var old = entry.file(gem.fullName() + ".gem");
        if (old.isPresent() && isSame(old.get(), key, content)) {
            return Optional.of(PushAnswers.registeredBefore(gem));
        }
        if (old.isPresent() && rules.publishing().replacement() == Replacement.REFUSED) {
            return Optional.of(PushAnswers.repushed());
        }
        var changesCase = !entry.files().isEmpty() && !entry.name().equals(gem.name());
        return changesCase ? Optional.of(PushAnswers.caseChanged()) : Optional.empty();
    }

    private static boolean isSame(StoredFile old, RegistryToken key, FileContent content) {
        return old.content().equals(content)
                && old.first(PUSHED_WITH).equals(key.id().toString());
    }

    private Answer store(RegistryToken key, GemSpecification gem, FileContent content, int attestations)
            throws UploadRefused {
        core.publishing().admit(key, gem.name());
        if (attestations > 0) {
            return key.isLongLived()
                    ? Rails.text(400, "Pushing with an attestation requires trusted publishing")
                    : Rails.text(
                            422, "Attestation verification failed:\nthis registry knows no authority for attestations");
        }
        var taken = sameNumber(gem);
        if (taken.isPresent()) {
            return PushAnswers.numberTaken(taken.get().version());
        }
        var metadata = Map.of(
                "name",
                List.of(gem.name()),
                "platform",
                List.of(gem.platform()),
                PUSHED_WITH,
                List.of(key.id().toString()),
                PUSHED_BY,
                List.of(pusher(key)));
        core.publishing().store(key, new Upload(gem.name(), gem.version(), gem.fullName() + ".gem", content, metadata));
        return PushAnswers.registered(gem);
    }

    /** A version of the gem that is the same number in another spelling. */
    private Optional<StoredFile> sameNumber(GemSpecification gem) {
        if (rules.publishing().spellings() != Spellings.ONE_VERSION) {
            return Optional.empty();
        }
        var naming = new GemNaming();
        return core.state()
                .atomically(() -> core.state().packages().find(gem.name()).stream()
                        .flatMap(entry -> entry.files().stream())
                        .filter(file -> !file.version().equals(gem.version()))
                        .filter(file -> naming.version(file.version()).equals(naming.version(gem.version())))
                        .filter(file -> file.first("platform").equals(gem.platform()))
                        .findFirst());
    }

    private String pusher(RegistryToken key) {
        return key.grants().stream()
                .findFirst()
                .flatMap(grant ->
                        core.state().atomically(() -> core.state().policies().known(grant.publisher())))
                .map(Identities::name)
                .orElse("");
    }
}
