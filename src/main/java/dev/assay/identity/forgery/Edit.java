package dev.assay.identity.forgery;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One change of a draft. A forgery is a list of them; each is written as its verb and what the verb needs. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes({
    @JsonSubTypes.Type(value = MemberEdit.Set.class, name = "set"),
    @JsonSubTypes.Type(value = MemberEdit.Remove.class, name = "remove"),
    @JsonSubTypes.Type(value = MemberEdit.Rename.class, name = "rename"),
    @JsonSubTypes.Type(value = MemberEdit.Add.class, name = "add"),
    @JsonSubTypes.Type(value = MemberEdit.Reverse.class, name = "reverse"),
    @JsonSubTypes.Type(value = MemberEdit.Escape.class, name = "escape"),
    @JsonSubTypes.Type(value = MemberEdit.Alter.class, name = "alter"),
    @JsonSubTypes.Type(value = WritingEdit.Text.class, name = "text"),
    @JsonSubTypes.Type(value = WritingEdit.Encode.class, name = "encode"),
    @JsonSubTypes.Type(value = WritingEdit.Sign.class, name = "sign"),
    @JsonSubTypes.Type(value = WritingEdit.Change.class, name = "change"),
    @JsonSubTypes.Type(value = WritingEdit.Compose.class, name = "compose"),
    @JsonSubTypes.Type(value = WritingEdit.Encrypt.class, name = "encrypt")
})
sealed interface Edit permits MemberEdit, WritingEdit {

    TokenDraft apply(TokenDraft draft, Workbench bench);
}
