package dev.assay.steps;

import dev.assay.identity.server.IdentityProviderServer;
import dev.assay.identity.token.IdToken;
import dev.assay.identity.token.TokenRequest;
import dev.assay.identity.workload.Workload;
import dev.assay.profile.Promise;
import dev.assay.registry.Outcome;

/**
 * Another package of the same owner that trusts another workload, at another issuer of the same kind. What the registry
 * accepts for it shows that it supports that issuer: many support those that some policy names.
 *
 * @param issuer the other issuer
 * @param packageName the other package
 * @param workload the other workload
 */
record FurtherTrust(World world, Deeds deeds, IdentityProviderServer issuer, String packageName, Workload workload) {

    /** Sets the other package up. */
    static FurtherTrust established(World world, Deeds deeds) {
        world.requires(Promise.FURTHER_ISSUERS);
        var issuer = world.scene()
                .stage()
                .furtherProvider()
                .orElseThrow(() -> new Untested(
                        "needs a second issuer of " + world.setting().provider().title()
                                + " that the registry supports, and this target was given only one"));
        var cast = world.cast();
        var name = new FurtherPackages(world).empty("elsewhere");
        var forge = world.scene().stage().forge();
        var trusted = cast.workload();
        var other = trusted.withRepository(
                forge.createRepository(trusted.repository().owner(), "elsewhere"));
        world.provisioner()
                .addPublisher(cast.owner(), name, cast.policyFor(other).withIssuer(issuer.issuer()));
        return new FurtherTrust(world, deeds, issuer, name, other);
    }

    /** A request for an ID token of its workload. */
    TokenRequest request() {
        return TokenRequest.of(workload, deeds.audience());
    }

    /** An ID token of its issuer. */
    IdToken minted(TokenRequest request) {
        return deeds.token(request, issuer.mint());
    }

    /** Presents an ID token for the other package. */
    Outcome present(IdToken token) {
        return deeds.present(token, packageName, Deeds.JOB, "of another supported issuer");
    }

    /** Its workload asks to publish the other package. */
    Outcome ask() {
        return present(minted(request()));
    }

    /** Ends the scenario unless that was accepted: nobody knows then whether the registry supports the issuer. */
    static void requireAccepted(Outcome outcome) {
        if (!outcome.isGranted()) {
            throw new CannotTell(
                    "the other issuer's own ID token for a package that trusts it was " + outcome.describe());
        }
    }
}
