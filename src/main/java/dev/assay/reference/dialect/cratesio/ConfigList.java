package dev.assay.reference.dialect.cratesio;

import dev.assay.reference.core.RegistryCore;
import dev.assay.reference.core.registry.Account;
import dev.assay.reference.core.registry.PackageEntry;
import dev.assay.reference.wire.Answer;
import dev.assay.reference.wire.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists policies of one kind, by crate or by user (src/controllers/trustpub/github_configs/list.rs). */
record ConfigList(ConfigKind kind, RegistryCore core, Callers callers, ConfigTable table, Numbers users) {

    private static final int USUAL_PAGE = 10;
    private static final int LONGEST_PAGE = 100;

    Answer list(Request request) throws Rejected {
        var crate = Optional.ofNullable(request.query().get("crate"));
        var user = Optional.ofNullable(request.query().get("user_id"));
        if (crate.isPresent() && user.isPresent()) {
            throw new Rejected(400, "Cannot specify both `crate` and `user_id` query parameters");
        }
        if (crate.isPresent()) {
            return page(request, List.of(ofOwner(request, crate.get())));
        }
        if (user.isPresent()) {
            return page(request, ofUser(request, user.get()));
        }
        throw new Rejected(400, "Must specify either `crate` or `user_id` query parameter");
    }

    private PackageEntry ofOwner(Request request, String name) throws Rejected {
        var caller = callers.identify(request);
        caller.admit(ConfigEndpoints.SCOPE, name);
        var crate = core.state()
                .atomically(() -> core.state().packages().find(name))
                .orElseThrow(() -> Rejected.noCrate(name));
        if (caller.actor()
                .account()
                .map(Account::name)
                .filter(crate.owners()::contains)
                .isEmpty()) {
            throw new Rejected(400, ConfigEndpoints.NOT_AN_OWNER);
        }
        return crate;
    }

    private List<PackageEntry> ofUser(Request request, String userId) throws Rejected {
        var caller = callers.identify(request);
        caller.admit(ConfigEndpoints.SCOPE);
        caller.refuseLegacyToken();
        var account = caller.actor().account().map(Account::name).orElse("");
        if (!String.valueOf(users.of("user " + account)).equals(userId)) {
            throw new Rejected(403, "this action requires authentication as the specified user");
        }
        return core.state()
                .atomically(() -> core.state().packages().all().stream()
                        .filter(crate -> crate.owners().contains(account))
                        .filter(crate -> caller.scopes()
                                .map(scopes -> scopes.allow(ConfigEndpoints.SCOPE, crate.name()))
                                .orElse(true))
                        .toList());
    }

    private Answer page(Request request, List<PackageEntry> crates) throws Rejected {
        if (request.query().contains("page")) {
            throw new Rejected(400, "?page= is not supported");
        }
        var size = number(request, "per_page", USUAL_PAGE);
        if (size < 1 || size > LONGEST_PAGE) {
            throw new Rejected(400, "cannot request more than %d items".formatted(LONGEST_PAGE));
        }
        var all = crates.stream()
                .flatMap(crate -> table.of(kind, crate).stream())
                .sorted(Comparator.comparing(ConfigTable.Row::id))
                .toList();
        var after = after(request);
        var shown = all.stream().filter(row -> row.id() > after).limit(size).toList();
        var meta = Replies.members();
        meta.put("total", all.size());
        meta.put("next_page", shown.size() < size ? null : next(request, shown.get(shown.size() - 1)));
        var answer = Replies.members();
        answer.put(kind.collection(), shown.stream().map(ConfigTable.Row::shown).toList());
        answer.put("meta", meta);
        return Replies.ok(answer).with("Cache-Control", "no-store");
    }

    private static int number(Request request, String parameter, int otherwise) throws Rejected {
        try {
            return Optional.ofNullable(request.query().get(parameter))
                    .map(Integer::parseInt)
                    .orElse(otherwise);
        } catch (NumberFormatException notANumber) {
            throw new Rejected(400, "invalid digit found in string");
        }
    }

    private static int after(Request request) throws Rejected {
        try {
            return Optional.ofNullable(request.query().get("seek"))
                    .map(seek -> new String(Base64.getUrlDecoder().decode(seek), StandardCharsets.US_ASCII))
                    .map(Integer::parseInt)
                    .orElse(0);
        } catch (IllegalArgumentException unreadable) {
            throw new Rejected(400, "invalid seek parameter");
        }
    }

    private static String next(Request request, ConfigTable.Row last) {
        var seek = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.valueOf(last.id()).getBytes(StandardCharsets.US_ASCII));
        var query = new StringBuilder("?");
        for (Map.Entry<String, String> parameter : request.query().entries()) {
            if (!parameter.getKey().equals("seek")) {
                query.append(parameter.getKey())
                        .append('=')
                        .append(parameter.getValue())
                        .append('&');
            }
        }
        return query.append("seek=").append(seek).toString();
    }
}
