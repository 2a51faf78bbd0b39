package dev.assay.reference.core.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.reference.behaviour.Reason;
import dev.assay.reference.behaviour.TimeRules;
import dev.assay.reference.behaviour.TimeRules.NumberForm;
import dev.assay.reference.core.failure.Refused;
import dev.assay.reference.core.failure.ServerFault;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;

/** Reads times as a behaviour wants them spelled (RFC 7519 §2: seconds since 1970, as a JSON number). */
record NumericDate(TimeRules rules) {

    /** Far beyond any date, and safe to add to and to subtract from. */
    private static final BigDecimal BOUND = BigDecimal.valueOf(1_000_000_000_000_000L);

    /**
     * The time a claim holds, rounded down to seconds; empty if there is no such claim.
     *
     * @throws Refused if it holds something else
     */
    OptionalLong read(Evidence known, String claim) throws Refused {
        var value = known.claim(claim);
        if (value.isMissingNode()) {
            return OptionalLong.empty();
        }
        var seconds = seconds(value);
        return seconds.isPresent() ? seconds : unreadable(claim);
    }

    private OptionalLong unreadable(String claim) throws Refused {
        return switch (rules.unreadable()) {
            case AS_ABSENT -> OptionalLong.empty();
            case REFUSED -> throw new Refused(Reason.BAD_REGISTERED_CLAIM, claim + " is not a time");
            case SERVER_ERROR -> throw new ServerFault(claim + " is not a time");
        };
    }

    private OptionalLong seconds(JsonNode value) {
        if (value.isIntegralNumber() || (value.isNumber() && rules.form() != NumberForm.INTEGER)) {
            return rounded(value.decimalValue());
        }
        var isText = value.isTextual() && rules.form() == NumberForm.NUMBER_OR_TEXT;
        return isText && value.textValue().matches("\\s*-?[0-9]{1,18}\\s*")
                ? rounded(new BigDecimal(value.textValue().strip()))
                : OptionalLong.empty();
    }

    private static OptionalLong rounded(BigDecimal value) {
        return OptionalLong.of(value.max(BOUND.negate())
                .min(BOUND)
                .setScale(0, RoundingMode.FLOOR)
                .longValue());
    }
}
