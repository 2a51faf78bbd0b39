package dev.assay.reference.dialect.rubygems;

import dev.assay.reference.core.Objection;
import dev.assay.reference.core.UploadRefused;
import dev.assay.reference.wire.Answer;
import java.util.List;

/** Answers of the push interface: plain text (rubygems/rubygems.org app/models/pusher.rb, config/locales/en.yml). */
final class PushAnswers {

    static final String ACCESS_DENIED = "Access Denied. Please sign up for an account at https://rubygems.org";
    private static final String NOT_ALLOWED = "You are not allowed to push this gem.";

    private PushAnswers() {}

    static Answer accessDenied() {
        return Rails.text(401, ACCESS_DENIED);
    }

    static Answer outOfScope() {
        return Rails.text(403, "This API key cannot perform the specified action on this gem.");
    }

    static Answer registered(GemSpecification gem) {
        return Rails.text(200, "Successfully registered gem: %s (%s)".formatted(gem.name(), gem.number()));
    }

    static Answer registeredBefore(GemSpecification gem) {
        return Rails.text(200, "Gem was already pushed: %s (%s)".formatted(gem.name(), gem.number()));
    }

    static Answer invalid(InvalidGem invalid) {
        return Rails.text(422, """
                RubyGems.org cannot process this gem.
                Please try rebuilding it and installing it locally to make sure it's valid.
                Error:
                %s
                """.formatted(invalid.getMessage()));
    }

    static Answer repushed() {
        return Rails.text(409, """
                Repushing of gem versions is not allowed.
                Please bump the version number and push a new different release.
                See also `gem yank` if you want to unpublish the bad release.""");
    }

    static Answer numberTaken(String version) {
        return Rails.text(
                403,
                "There was a problem saving your gem: Canonical number has already been taken. Existing version: "
                        + version);
    }

    static Answer caseChanged() {
        return Rails.text(409, """
                Unable to change case of gem name with indexed versions
                Please delete all versions first with `gem yank`.""");
    }

    static Answer refused(UploadRefused refused, boolean byPerson) {
        var objections = refused.objections();
        if (isAny(objections, Objection.EXPIRED, Objection.NOT_YET_VALID, Objection.USED_UP)) {
            return accessDenied();
        }
        if (isAny(objections, Objection.FILE_EXISTS)) {
            return repushed();
        }
        if (isAny(objections, Objection.NAME_REFUSED)) {
            return Rails.text(403, refused.subject());
        }
        if (byPerson && isAny(objections, Objection.PACKAGE_OUT_OF_SCOPE)) {
            return outOfScope();
        }
        return byPerson
                ? Rails.text(
                        403,
                        "You do not have permission to push to this gem. Ask an owner to add you with: gem owner %s --add"
                                        .formatted(refused.subject())
                                + " {email}")
                : Rails.text(403, NOT_ALLOWED);
    }

    private static boolean isAny(List<Objection> objections, Objection... sought) {
        return List.of(sought).stream().anyMatch(objections::contains);
    }
}
