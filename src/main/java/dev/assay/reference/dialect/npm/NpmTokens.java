package dev.assay.reference.dialect.npm;

import dev.assay.reference.core.RegistryCore;
import dev.assay.reference.core.TokenWriter;
import dev.assay.reference.core.registry.RegistryToken;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32;

/**
 * Registry tokens: a prefix, 30 random letters and digits, and their CRC-32 in six more, as granular tokens are written
 * so that scanners know them. What an exchanged token looks like is not published.
 *
 * @param prefix what they begin with
 */
record NpmTokens(String prefix) implements TokenWriter {

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM_DIGITS = 30;
    private static final int CHECK_DIGITS = 6;

    @Override
    public String write(RegistryToken token, List<UUID> packageIds) {
        var random = base62(new BigInteger(token.secret(), 16), RANDOM_DIGITS);
        return prefix + random + check(random);
    }

    /** The token that a text stands for, if it still counts. */
    static Optional<RegistryToken> identify(RegistryCore core, String text) {
        return core.credentials().withText(text).or(() -> core.credentials().fromIdToken(text));
    }

    static String check(String random) {
        var crc = new CRC32();
        crc.update(random.getBytes(StandardCharsets.US_ASCII));
        return base62(BigInteger.valueOf(crc.getValue()), CHECK_DIGITS);
    }

    /** The last digits of a number, in base 62. */
    private static String base62(BigInteger number, int length) {
        var base = BigInteger.valueOf(DIGITS.length());
        var text = new StringBuilder();
        var rest = number;
        while (text.length() < length) {
            text.append(DIGITS.charAt(rest.mod(base).intValue()));
            rest = rest.divide(base);
        }
        return text.reverse().toString();
    }
}
