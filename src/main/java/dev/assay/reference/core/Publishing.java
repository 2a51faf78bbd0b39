package dev.assay.reference.core;

import dev.assay.reference.behaviour.PendingRules.Conversion;
import dev.assay.reference.behaviour.PublishingRules.Names;
import dev.assay.reference.behaviour.PublishingRules.RefusedFile;
import dev.assay.reference.behaviour.PublishingRules.Replacement;
import dev.assay.reference.behaviour.PublishingRules.Spellings;
import dev.assay.reference.behaviour.Rules;
import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.registry.PackageBirths;
import dev.assay.reference.core.registry.PackageEntry;
import dev.assay.reference.core.registry.RegistryClock;
import dev.assay.reference.core.registry.RegistryState;
import dev.assay.reference.core.registry.RegistryToken;
import dev.assay.reference.core.registry.StoredFile;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Takes uploads. */
public final class Publishing {

    private final Rules rules;
    private final RegistryState state;
    private final TokenJudge judge;
    private final PackageBirths births;
    private final RegistryClock clock;

    Publishing(Rules rules, RegistryState state, TokenJudge judge, PackageBirths births, RegistryClock clock) {
        this.rules = rules;
        this.state = state;
        this.judge = judge;
        this.births = births;
        this.clock = clock;
    }

    /**
     * Returns if the token may publish the package; to be asked before the file itself is looked at.
     *
     * @throws UploadRefused if it may not
     */
    public void admit(RegistryToken token, String packageName) throws UploadRefused {
        state.atomically(() -> {
            if (!rules.switches().uploads()) {
                throw refused(packageName, Objection.UPLOADS_DISABLED);
            }
            var entry = isJudgedWhenStored() ? state.packages().find(packageName) : find(token, packageName);
            if (entry.isEmpty() && rules.pending().conversion() == Conversion.PACKAGE_FIRST) {
                birth(token, packageName);
            }
            return entry;
        });
    }

    /**
     * Publishes the file; a new package is born with it, and its pending publisher converted, in one piece.
     *
     * @throws UploadRefused if the token may not publish the package, or another file has that name
     */
    public void store(RegistryToken token, Upload upload) throws UploadRefused {
        var wasFree = wasFree(upload);
        state.atomically(() -> {
            var known = stored(token, upload);
            var entry = known.isPresent() ? known.get() : birth(token, upload.packageName());
            var old = entry.file(upload.fileName());
            var otherSpelling = inOtherSpelling(entry, upload);
            if (otherSpelling.isPresent()) {
                put(token, entry, upload.inPlaceOf(otherSpelling.get()));
            } else if (old.isEmpty() || !old.get().content().equals(upload.content())) {
                put(token, entry, upload, wasFree);
            }
            state.tokens().noteUse(token, clock.get());
            return entry;
        });
    }

    /** Does not publish a file that is no package; nothing of it stays, unless files are stored before they are judged. */
    public void reject(RegistryToken token, Upload upload) {
        state.atomically(() -> {
            keepRefused(token, upload);
            return upload;
        });
    }

    /** Whether there was no such file a moment ago, which is all that a registry asks that looks and writes in two steps. */
    private boolean wasFree(Upload upload) {
        if (!rules.publishing().replacement().isTwoSteps()) {
            return false;
        }
        var isFree = state.atomically(() -> state.packages()
                .find(upload.packageName())
                .flatMap(entry -> entry.file(upload.fileName()))
                .isEmpty());
        LockSupport.parkNanos(Duration.ofMillis(rules.publishing().raceMillis()).toNanos());
        return isFree;
    }

    private void put(RegistryToken token, PackageEntry entry, Upload upload, boolean wasFree) throws UploadRefused {
        var old = entry.file(upload.fileName());
        var replacement = rules.publishing().replacement();
        var replaces = old.isPresent() && replaces(old.get(), token, wasFree);
        if (old.isEmpty() || replaces) {
            put(token, entry, upload);
        }
        var isTold = !replaces || replacement == Replacement.OVERWRITES_IN_A_RACE;
        if (old.isPresent() && isTold && replacement != Replacement.SILENTLY_DROPPED) {
            throw refused(upload.fileName(), Objection.FILE_EXISTS);
        }
    }

    private void put(RegistryToken token, PackageEntry entry, Upload upload) {
        var source = Optional.ofNullable(token.workload().get("repository"));
        entry.put(file(token, upload, source));
        note(token, entry, upload);
    }

    /** The file that an upload takes the place of, as it is only now seen to be of the same version. */
    private Optional<StoredFile> inOtherSpelling(PackageEntry entry, Upload upload) {
        if (rules.publishing().spellings() == Spellings.ONE_VERSION) {
            return Optional.empty();
        }
        var naming = state.packages().naming();
        return entry.files().stream()
                .filter(file -> !file.version().equals(upload.version()))
                .filter(file -> naming.version(file.version()).equals(naming.version(upload.version())))
                .findFirst();
    }

    private boolean replaces(StoredFile old, RegistryToken token, boolean wasFree) {
        return switch (rules.publishing().replacement()) {
            case REFUSED, SILENTLY_DROPPED -> false;
            case REPLACES -> true;
            case REPLACES_OWN -> old.uploadedWith().equals(token.id());
            case REPLACES_IN_A_RACE, OVERWRITES_IN_A_RACE -> wasFree;
        };
    }

    private void note(RegistryToken token, PackageEntry entry, Upload upload) {
        var details = new HashMap<String, String>();
        details.put("file", upload.fileName());
        details.put("version", upload.version());
        var isKept = rules.publishing().record().isKept();
        if (isKept) {
            details.putAll(token.workload());
            details.put("uploaded_via_trusted_publisher", String.valueOf(!token.isLongLived()));
        }
        var by = isKept ? token.account().orElse("OpenID created token") : "";
        state.auditLog().note("file:add", entry.key(), by, details);
    }

    private StoredFile file(RegistryToken token, Upload upload, Optional<String> source) {
        return new StoredFile(
                upload.fileName(),
                upload.version(),
                upload.content(),
                upload.metadata(),
                clock.get(),
                token.id(),
                source);
    }

    private Optional<PackageEntry> stored(RegistryToken token, Upload upload) throws UploadRefused {
        var known = state.packages().find(upload.packageName());
        if (rules.publishing().names() != Names.AGREE) {
            return known;
        }
        try {
            return find(token, upload.packageName());
        } catch (UploadRefused refused) {
            keepRefused(token, upload);
            throw refused;
        }
    }

    private void keepRefused(RegistryToken token, Upload upload) {
        if (isJudgedWhenStored()) {
            state.packages()
                    .find(upload.packageName())
                    .filter(entry -> entry.file(upload.fileName()).isEmpty())
                    .ifPresent(entry -> entry.put(file(token, upload, Optional.empty())));
        }
    }

    private boolean isJudgedWhenStored() {
        return rules.publishing().refused() == RefusedFile.STORED;
    }

    private Optional<PackageEntry> find(RegistryToken token, String packageName) throws UploadRefused {
        var entry = state.packages().find(packageName);
        var objections = entry.map(known -> judge.objections(token, known))
                .orElseGet(() -> objectionsToBirth(token, packageName));
        if (!objections.isEmpty()) {
            throw new UploadRefused(objections, entry.map(PackageEntry::name).orElse(packageName));
        }
        return entry;
    }

    private List<Objection> objectionsToBirth(RegistryToken token, String packageName) {
        var mayCreate = judge.patron(token).isPresent()
                || judge.birthright(token, packageName).isPresent();
        return mayCreate ? judge.objectionsToTheTokenItself(token) : List.of(Objection.CANNOT_CREATE);
    }

    private PackageEntry birth(RegistryToken token, String packageName) throws UploadRefused {
        try {
            var pending = judge.birthright(token, packageName);
            return pending.isPresent()
                    ? births.birth(pending.get(), packageName)
                    : births.register(packageName, judge.patron(token).orElseThrow());
        } catch (Refused refused) {
            throw new UploadRefused(List.of(Objection.NAME_REFUSED), refused.detail());
        }
    }

    private static UploadRefused refused(String subject, Objection objection) {
        return new UploadRefused(List.of(objection), subject);
    }
}
