package dev.assay.reference.dialect.nuget;

import dev.assay.reference.behaviour.PublishingRules;
import dev.assay.reference.behaviour.PublishingRules.Replacement;
import dev.assay.reference.behaviour.PublishingRules.Spellings;
import dev.assay.reference.core.RegistryCore;
import dev.assay.reference.core.Upload;
import dev.assay.reference.core.UploadRefused;
import dev.assay.reference.core.registry.FileContent;
import dev.assay.reference.core.registry.RegistryToken;
import dev.assay.reference.dialect.UnreadableUploads;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Endpoint;
import dev.assay.reference.wire.Multipart;
import dev.assay.reference.wire.Request;
import java.net.URI;
import java.util.List;

/** {@code PUT /api/v2/package}: publishes a package (NuGet/NuGetGallery ApiController.cs). */
record PushEndpoint(RegistryCore core, ApiKeys keys, PublishingRules rules, URI baseUri) implements Endpoint {

    static final String KEY_HEADER = "X-NuGet-ApiKey";

    @Override
    public Answer answer(Request request) {
        var key = request.header(KEY_HEADER);
        if (key.isEmpty()) {
            return PackageAnswers.keyRequired(baseUri);
        }
        return keys.find(key).map(token -> push(token, content(request))).orElseGet(PackageAnswers::badKey);
    }

    private Answer push(RegistryToken token, FileContent content) {
        return Nuspec.of(content)
                .map(nuspec -> push(token, content, isOneVersion() ? nuspec : nuspec.asSpelled()))
                .orElseGet(this::unreadable);
    }

    private boolean isOneVersion() {
        return rules.spellings() == Spellings.ONE_VERSION;
    }

    private Answer unreadable() {
        return new UnreadableUploads(rules.unreadable())
                .notRefused(Answer.empty(201))
                .orElseGet(PackageAnswers::badPackage);
    }

    private Answer push(RegistryToken token, FileContent content, Nuspec nuspec) {
        try {
            core.publishing().admit(token, nuspec.id());
            if (rules.replacement() == Replacement.REFUSED && exists(nuspec)) {
                return PackageAnswers.exists(nuspec.id(), nuspec.version());
            }
            core.publishing()
                    .store(
                            token,
                            new Upload(nuspec.id(), nuspec.version(), fileName(nuspec), content, nuspec.metadata()));
            return Answer.empty(201);
        } catch (UploadRefused refused) {
            return PackageAnswers.refused(refused, nuspec);
        }
    }

    private boolean exists(Nuspec nuspec) {
        return core.state()
                .atomically(() -> core.state()
                        .packages()
                        .find(nuspec.id())
                        .flatMap(entry -> entry.file(fileName(nuspec)))
                        .isPresent());
    }

    private static String fileName(Nuspec nuspec) {
        return Feed.fileName(nuspec.id(), nuspec.version());
    }

    /** The first file of a form, or the whole body. */
    private static FileContent content(Request request) {
        var body = request.body().getBytes();
        var parts = Multipart.parse(request.header("Content-Type"), body).orElseGet(List::of);
        return new FileContent(parts.stream()
                .filter(part -> part.fileName().isPresent())
                .findFirst()
                .or(() -> parts.stream().findFirst())
                .map(Multipart.Part::octets)
                .orElse(body));
    }
}
