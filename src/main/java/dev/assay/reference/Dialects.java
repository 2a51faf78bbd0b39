package dev.assay.reference;

import dev.assay.reference.behaviour.Rules;
import dev.assay.reference.core.registry.RegistryClock;
import dev.assay.reference.dialect.Dialect;
import dev.assay.reference.dialect.cratesio.CratesDialect;
import dev.assay.reference.dialect.npm.NpmDialect;
import dev.assay.reference.dialect.nuget.NugetDialect;
import dev.assay.reference.dialect.pubdev.PubDevDialect;
import dev.assay.reference.dialect.pypi.PypiDialect;
import dev.assay.reference.dialect.rubygems.RubyGemsDialect;
import java.net.URI;
import java.util.Map;
import java.util.TreeSet;

/** The dialects that an embedded registry can speak. */
final class Dialects {
    private static final Map<String, Maker> KNOWN = Map.of(
            "cratesio", CratesDialect::new, //
            "nuget", NugetDialect::new, //
            "pub-dev", PubDevDialect::new, //
            "npm", NpmDialect::new, //
            "pypi", PypiDialect::new, //
            "rubygems", RubyGemsDialect::new);

    private Dialects() {}

    /** Makes a dialect for a registry that is reached at a base URL, without a slash at its end. */
    @FunctionalInterface
    private interface Maker {
        Dialect make(Rules rules, URI baseUri, RegistryClock clock);
    }

    /**
     * The dialect that a behaviour names.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    static Dialect speak(Rules rules, URI baseUri, RegistryClock clock) {
        var maker = KNOWN.get(rules.dialect());
        if (maker == null) {
            throw new IllegalArgumentException("unknown dialect '%s'; known are %s"
                    .formatted(rules.dialect(), String.join(", ", new TreeSet<>(KNOWN.keySet()))));
        }
        return maker.make(rules, baseUri, clock);
    }
}
