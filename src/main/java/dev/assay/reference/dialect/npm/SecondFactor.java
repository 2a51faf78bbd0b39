package dev.assay.reference.dialect.npm;

import dev.assay.reference.core.registry.Account;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The second factor of accounts, through a browser: an address to confirm at, another to ask whether that has happened,
 * and a one-time password that is good for five minutes, as the site's box "skip for 5 minutes" has it.
 */
final class SecondFactor {

    private static final Duration VALIDITY = Duration.ofMinutes(5);
    private static final int PASSWORD_BYTES = 16;

    private final Supplier<Instant> clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Attempt> attempts = new ConcurrentHashMap<>();
    private final Map<String, Password> passwords = new ConcurrentHashMap<>();

    SecondFactor(Supplier<Instant> clock) {
        this.clock = clock;
    }

    private record Attempt(String account, boolean confirmed) {}

    private record Password(String account, Instant until) {}

    /** A new attempt; returns its id. */
    String begin(Account account) {
        var id = UUID.randomUUID().toString();
        attempts.put(id, new Attempt(account.name(), false));
        return id;
    }

    /** Whether there is such an attempt of that account. */
    boolean isOf(String attempt, Account account) {
        var known = attempts.get(attempt);
        return known != null && known.account().equals(account.name());
    }

    /** The account's holder confirms, in a browser; returns whether there was anything to confirm. */
    boolean confirm(String attempt) {
        return attempts.computeIfPresent(attempt, (id, known) -> new Attempt(known.account(), true)) != null;
    }

    /** The password for a confirmed attempt. */
    Optional<String> password(String attempt) {
        var known = attempts.get(attempt);
        if (known == null || !known.confirmed()) {
            return Optional.empty();
        }
        var bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        var password = HexFormat.of().formatHex(bytes);
        passwords.put(password, new Password(known.account(), clock.get().plus(VALIDITY)));
        return Optional.of(password);
    }

    /** Whether the password is good for the account now. */
    boolean accepts(Account account, String password) {
        var known = passwords.get(password);
        return known != null
                && known.account().equals(account.name())
                && clock.get().isBefore(known.until());
    }
}
