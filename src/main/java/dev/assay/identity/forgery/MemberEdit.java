package dev.assay.identity.forgery;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Changes of the members of the header or the payload. Values are JSON text, with places to fill in. */
sealed interface MemberEdit extends Edit {

    Part in();

    Members apply(Members members, Workbench bench);

    @Override
    default TokenDraft apply(TokenDraft draft, Workbench bench) {
        return draft.with(in(), section -> section.with(members -> apply(members, bench)));
    }

    /** Gives a member another value where it stands, or adds it at the end. */
    record Set(Part in, String name, String to) implements MemberEdit {
        @Override
        public Members apply(Members members, Workbench bench) {
            return members.with(name, bench.fillJson(to));
        }
    }

    /** Takes a member out. */
    record Remove(Part in, String name) implements MemberEdit {
        @Override
        public Members apply(Members members, Workbench bench) {
            if (members.valueText(name).isEmpty()) {
                throw new InapplicableForgery("The sound token has no member '" + name + "' that could be left out");
            }
            return members.without(name);
        }
    }

    /** Gives a member another name, and leaves its value. */
    record Rename(Part in, String name, String to) implements MemberEdit {
        @Override
        public Members apply(Members members, Workbench bench) {
            return members.renamed(name, JsonText.quoted(to));
        }
    }

    /**
     * Adds a member, even if there is one of that name.
     *
     * @param spelled the name as JSON text between quotation marks, when it is not to be spelled plainly
     */
    record Add(Part in, String name, String to, Position position, Optional<String> spelled) implements MemberEdit {

        /** Where the new member goes. */
        enum Position {
            @JsonProperty("first")
            FIRST,
            @JsonProperty("last")
            LAST
        }

        @Override
        public Members apply(Members members, Workbench bench) {
            var nameText = spelled.map(text -> '"' + text + '"').orElseGet(() -> JsonText.quoted(name));
            var member = new Member(nameText, bench.fillJson(to));
            return position == Position.FIRST ? members.plusFirst(member) : members.plusLast(member);
        }
    }

    /** Turns the members' order round. */
    record Reverse(Part in) implements MemberEdit {
        @Override
        public Members apply(Members members, Workbench bench) {
            return members.reversed();
        }
    }

    /** Writes every name and every string with Unicode escapes: another text, the same meaning. */
    record Escape(Part in) implements MemberEdit {
        @Override
        public Members apply(Members members, Workbench bench) {
            return members.each(member -> new Member(
                    member.name().map(JsonText::fullyEscaped).orElse(member.nameText()),
                    member.value()
                            .filter(JsonNode::isTextual)
                            .map(value -> JsonText.fullyEscaped(value.asText()))
                            .orElse(member.valueText())));
        }
    }

    /** Changes a claim's value into something near it. */
    record Alter(String name, Alteration how) implements MemberEdit {

        @Override
        public Part in() {
            return Part.PAYLOAD;
        }

        @Override
        public Members apply(Members members, Workbench bench) {
            return how.apply(
                    members,
                    name,
                    Optional.ofNullable(bench.circumstances().othersClaims().get(name)));
        }
    }
}
