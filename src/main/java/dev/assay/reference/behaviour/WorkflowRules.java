package dev.assay.reference.behaviour;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the workflow file is compared with the policy.
 *
 * @param claim the claim that names the file, such as {@code workflow_ref}
 * @param file how the file name is found in it
 * @param unreadable what is said if it is not found
 * @param match how the file name is compared with the policy's
 * @param location what stands before the {@code @}, with policy fields in braces
 * @param sharedLocation the same for a policy that names the repository of a shared workflow, whose reference may be any;
 *     an empty text where no policy can
 * @param locationMatch how that is compared; ignored means that any repository's file will do
 * @param ref whether what follows the {@code @} must be one of the token's own references
 * @param refClaims the claims that hold those references
 * @param refPresence which of those claims must not be empty
 * @param callingClaim the claim that names the calling workflow
 * @param calledClaim the claim that names the workflow the job is defined in
 * @param reusable which reusable workflows may be called
 */
public record WorkflowRules(
        String claim,
        FileName file,
        String unreadable,
        TextMatch match,
        String location,
        String sharedLocation,
        TextMatch locationMatch,
        KeyRules.Compared ref,
        List<String> refClaims,
        RefPresence refPresence,
        String callingClaim,
        String calledClaim,
        Reusable reusable) {

    /** A copy that looks at nothing but the file name, and at that in another way. */
    WorkflowRules comparingOnlyTheFile(TextMatch otherMatch) {
        return new WorkflowRules(
                claim,
                file,
                unreadable,
                otherMatch,
                location,
                sharedLocation,
                TextMatch.IGNORED,
                KeyRules.Compared.IGNORED,
                refClaims,
                refPresence,
                callingClaim,
                calledClaim,
                Reusable.ACCEPTED);
    }

    /** How a file name is found in a claim such as {@code o/r/.github/workflows/release.yml@refs/heads/main}. */
    public enum FileName {
        /** The longest text without a slash that ends in .yml or .yaml right before an {@code @}. */
        LONGEST_BEFORE_AT {
            @Override
            public Optional<Located> in(String claim) {
                var matcher = LONGEST.matcher(claim);
                return matcher.find()
                        ? Optional.of(new Located(matcher.group(), claim.substring(0, matcher.end())))
                        : Optional.empty();
            }
        },
        /** As above, with at least one character behind the {@code @}. */
        LONGEST_BEFORE_AT_AND_REF {
            @Override
            public Optional<Located> in(String claim) {
                var matcher = LONGEST_WITH_REF.matcher(claim);
                return matcher.find()
                        ? Optional.of(new Located(matcher.group(), claim.substring(0, matcher.end())))
                        : Optional.empty();
            }
        },
        /** What stands between the last slash before the first {@code @} and that {@code @}. */
        BEFORE_FIRST_AT {
            @Override
            public Optional<Located> in(String claim) {
                return cutAt(claim, claim.indexOf('@'));
            }
        },
        /** Everything up to the last {@code @}, from the last slash before it. */
        BEFORE_LAST_AT {
            @Override
            public Optional<Located> in(String claim) {
                return cutAt(claim, claim.lastIndexOf('@'));
            }
        },
        /** The path between a double slash and the {@code @}, as GitLab writes it. */
        AFTER_DOUBLE_SLASH {
            @Override
            public Optional<Located> in(String claim) {
                var matcher = DOUBLE_SLASH.matcher(claim);
                return matcher.find()
                        ? Optional.of(new Located(matcher.group(1), claim.substring(0, matcher.end(1))))
                        : Optional.empty();
            }
        },
        /** The path between the first double slash and the last {@code @}. */
        AFTER_DOUBLE_SLASH_TO_LAST_AT {
            @Override
            public Optional<Located> in(String claim) {
                var start = claim.indexOf("//");
                var end = claim.lastIndexOf('@');
                if (start < 0 || end < start + 2) {
                    return Optional.empty();
                }
                var path = claim.substring(start + 2, end);
                return YAML_PATH.matcher(path).matches()
                        ? Optional.of(new Located(path, claim.substring(0, end)))
                        : Optional.empty();
            }
        },
        /** The whole claim. */
        WHOLE {
            @Override
            public Optional<Located> in(String claim) {
                return Optional.of(new Located(claim, claim));
            }
        };

        private static final Pattern LONGEST = Pattern.compile("[^/]+\\.ya?ml(?=@)");
        private static final Pattern LONGEST_WITH_REF = Pattern.compile("[^/]+\\.ya?ml(?=@.)");
        private static final Pattern YAML_PATH = Pattern.compile("(.*/)?[^/]+\\.ya?ml", Pattern.DOTALL);
        private static final Pattern DOUBLE_SLASH = Pattern.compile("(?<=[^/]//)([^@]*[^/@]\\.ya?ml)(?=@)");

        /** The file name and where it ends; empty when the claim has no such part. */
        public abstract Optional<Located> in(String claim);

        private static Optional<Located> cutAt(String claim, int at) {
            if (at < 0) {
                return Optional.empty();
            }
            var path = claim.substring(0, at);
            return Optional.of(new Located(path.substring(path.lastIndexOf('/') + 1), path));
        }
    }

    /**
     * A file name found in a claim.
     *
     * @param file the name
     * @param path the claim's text up to the end of the name
     */
    public record Located(String file, String path) {}

    /** Which reference claims must not be empty. */
    public enum RefPresence {
        AT_LEAST_ONE,
        ALL
    }

    /** Which reusable workflows may be called. */
    public enum Reusable {
        /** The called file is not looked at. */
        ACCEPTED,
        SAME_REPOSITORY,
        REFUSED;

        /** Whether a job of the calling workflow may be defined by the called one. */
        public boolean accepts(String calling, String called) {
            return switch (this) {
                case ACCEPTED -> true;
                case SAME_REPOSITORY -> repository(calling).equals(repository(called));
                case REFUSED -> calling.equals(called);
            };
        }

        private static String repository(String reference) {
            var folder = reference.indexOf("/.github/workflows/");
            return folder < 0 ? reference : reference.substring(0, folder);
        }
    }
}
