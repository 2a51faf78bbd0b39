package dev.assay.identity.forgery;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What can be done to any claim. Of a reference to a file only the file is changed, and not the branch or tag. */
public enum Alteration {
    /** Somebody else's value. */
    @JsonProperty("wrong")
    WRONG("with somebody else's `%s`"),
    @JsonProperty("missing")
    MISSING("without `%s`"),
    @JsonProperty("empty")
    EMPTY("with an empty `%s`"),
    @JsonProperty("null")
    NULL("whose `%s` is null"),
    /** The same digits without quotation marks, or some number. */
    @JsonProperty("number")
    NUMBER("whose `%s` is a number"),
    /** The right value as the only element. */
    @JsonProperty("list")
    LIST("whose `%s` is a list with the right value"),
    @JsonProperty("object")
    OBJECT("whose `%s` is an object that holds the right value"),
    @JsonProperty("boolean")
    BOOLEAN("whose `%s` is true"),
    @JsonProperty("prefixed")
    PREFIXED("whose `%s` only ends with the right value"),
    @JsonProperty("suffixed")
    SUFFIXED("whose `%s` only begins with the right value"),
    @JsonProperty("other-case")
    OTHER_CASE("whose `%s` is in another case"),
    @JsonProperty("truncated")
    TRUNCATED("whose `%s` lacks its last character"),
    /** A letter is replaced by one that becomes the right one when case is folded beyond ASCII. */
    @JsonProperty("case-folded")
    CASE_FOLDED("whose `%s` has a letter that only careless case folding takes for the right one"),
    /** Unicode compatibility normalisation would make it the right one. */
    @JsonProperty("full-width")
    FULL_WIDTH("whose `%s` is in full-width characters"),
    /** The last character for which there is one is replaced by one of another script that looks the same. */
    @JsonProperty("look-alike")
    LOOK_ALIKE("whose `%s` has a letter or digit of another script that looks the same"),
    @JsonProperty("zero-width")
    ZERO_WIDTH("whose `%s` has an invisible character in it"),
    @JsonProperty("blank-padded")
    BLANK_PADDED("whose `%s` has a blank behind it"),
    @JsonProperty("slash-behind")
    SLASH_BEHIND("whose `%s` has a slash and more behind it"),
    @JsonProperty("listed-first")
    LISTED_FIRST("whose `%s` is the right value and another, separated by a comma"),
    @JsonProperty("listed-last")
    LISTED_LAST("whose `%s` is another value and the right one, separated by a comma");

    /** A file and, behind the last @, the branch or tag that it is taken from, which is another matter. */
    private static final Pattern FILE_AT_REF = Pattern.compile("(?<file>.+)(?<ref>@refs/.+)");

    private final String title;

    Alteration(String title) {
        this.title = title;
    }

    /** As users write it: in lower case with hyphens. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Completes the sentence "an ID token ...". */
    String title(String claim) {
        return String.format(Locale.ROOT, title, claim);
    }

    /**
     * Applies it to a claim.
     *
     * @param others what the claim could say for somebody else's job
     * @throws InapplicableForgery if the claim would stay the same
     */
    Members apply(Members members, String claim, Optional<String> others) {
        var present = members.valueText(claim)
                .orElseThrow(() -> new InapplicableForgery("The sound token has no claim '" + claim + "'"));
        if (this == MISSING) {
            return members.without(claim);
        }
        var changed = valueText(Member.of(claim, present), others);
        if (changed.equals(present)) {
            throw new InapplicableForgery("The claim '" + claim + "' stays " + present + " when it is made " + this);
        }
        return members.with(claim, changed);
    }

    private String valueText(Member member, Optional<String> others) {
        var text = member.valueText();
        var value = member.value().map(JsonNode::asText).orElse(text);
        return switch (this) {
            case WRONG -> others.map(JsonText::quoted).orElseGet(() -> change(member, LookAlikes::scrambled));
            case MISSING, NULL -> "null";
            case EMPTY -> "\"\"";
            case NUMBER -> value.matches("0|[1-9]\\d{0,17}") ? value : "7";
            case LIST -> "[" + text + "]";
            case OBJECT -> "{\"value\":" + text + "}";
            case BOOLEAN -> "true";
            case PREFIXED -> change(member, right -> "x" + right);
            case SUFFIXED -> change(member, right -> right + "x");
            case OTHER_CASE -> change(member, LookAlikes::inOtherCase);
            case TRUNCATED -> change(member, right -> right.substring(0, Math.max(0, right.length() - 1)));
            case CASE_FOLDED -> change(member, LookAlikes::folded);
            case FULL_WIDTH -> change(member, LookAlikes::inFullWidth);
            case LOOK_ALIKE -> change(member, LookAlikes::ofOtherScript);
            case ZERO_WIDTH -> change(member, LookAlikes::withInvisibleCharacter);
            case BLANK_PADDED -> change(member, right -> right + " ");
            case SLASH_BEHIND -> change(member, right -> right + "/x");
            case LISTED_FIRST -> change(member, right -> right + ",x");
            case LISTED_LAST -> change(member, right -> "x," + right);
        };
    }

    private static String change(Member member, UnaryOperator<String> change) {
        return member.value()
                .filter(JsonNode::isTextual)
                .map(value -> JsonText.quoted(change(value.asText(), change)))
                .orElse(member.valueText());
    }

    private static String change(String value, UnaryOperator<String> change) {
        var reference = FILE_AT_REF.matcher(value);
        return reference.matches()
                ? change.apply(reference.group("file")) + reference.group("ref")
                : change.apply(value);
    }
}
