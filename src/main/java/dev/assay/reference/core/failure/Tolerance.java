package dev.assay.reference.core.failure;

import dev.assay.reference.behaviour.Leniency;
import dev.assay.reference.behaviour.Reason;

/** Turns what a behaviour says about bad input into what happens. */
public final class Tolerance {

    private Tolerance() {}

    /**
     * Returns if the input is accepted.
     *
     * @throws Refused if it is refused
     * @throws ServerFault if it makes the registry crash
     */
    public static void apply(Leniency leniency, Reason reason, String detail) throws Refused {
        switch (leniency) {
            case ACCEPTED -> {}
            case REFUSED -> throw new Refused(reason, detail);
            case SERVER_ERROR -> throw new ServerFault(detail);
        }
    }
}
