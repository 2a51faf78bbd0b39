package dev.assay.reference.dialect.rubygems;

import java.util.Locale;

/** What a key may be used for (rubygems/rubygems.org app/models/api_key.rb). */
enum Scope {
    INDEX_RUBYGEMS,
    PUSH_RUBYGEM,
    YANK_RUBYGEM,
    ADD_OWNER,
    REMOVE_OWNER,
    UPDATE_OWNER,
    ACCESS_WEBHOOKS,
    SHOW_DASHBOARD,
    CONFIGURE_TRUSTED_PUBLISHERS;

    /** As the wire names it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
