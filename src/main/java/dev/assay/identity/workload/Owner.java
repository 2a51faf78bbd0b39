package dev.assay.identity.workload;

import static java.util.Objects.requireNonNull;

/**
 * An account on the forge: a person or an organisation.
 *
 * @param login its name, which can be renamed and taken by somebody else
 * @param id its number, which the forge never gives to another account
 */
public record Owner(String login, long id) {

    public Owner {
        requireNonNull(login, "login");
        if (login.isEmpty() || id <= 0) {
            throw new IllegalArgumentException("An owner needs a login and a positive id, not '" + login + "', " + id);
        }
    }
}
