package dev.assay.cli;

import dev.assay.profile.Profile;

/**
 * A profile that a command was given.
 *
 * @param name what the user called it: a name, or the path of a file
 */
record NamedProfile(String name, Profile profile) {}
