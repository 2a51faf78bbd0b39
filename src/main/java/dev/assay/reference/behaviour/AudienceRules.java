package dev.assay.reference.behaviour;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Whom an ID token must be made for.
 *
 * @param value the audience that stands for this registry; {@code {host}}, {@code {authority}} and {@code {url}}
 *     stand for where it is reached
 * @param match how {@code aud} is compared with it
 * @param list what an array is worth
 * @param missing what an absent {@code aud} leads to
 * @param alsoAccepted further audiences, for instance of another registry; {@code {audience}} stands for {@code value}, and
 *     where the registry is reached as above
 * @param asked an audience that the exchange's request names
 */
public record AudienceRules(
        String value, TextMatch match, AudienceList list, Leniency missing, List<String> alsoAccepted, Further asked) {

    /** A copy for a registry that is reached at a base URL. */
    public AudienceRules at(URI baseUri) {
        var resolved = resolve(value, baseUri);
        var others = alsoAccepted.stream()
                .map(other -> resolve(other.replace("{audience}", resolved), baseUri))
                .toList();
        return new AudienceRules(resolved, match, list, missing, others, asked);
    }

    private static String resolve(String audience, URI baseUri) {
        return audience.replace("{host}", String.valueOf(baseUri.getHost()))
                .replace("{authority}", String.valueOf(baseUri.getAuthority()))
                .replace("{url}", baseUri.toString());
    }

    /** Whether one text is this registry's audience. */
    public boolean accepts(String audience) {
        return match.matches(value, audience) || alsoAccepted.contains(audience);
    }

    /** What an array in {@code aud} is worth. */
    public enum AudienceList {
        REFUSED,
        /** An array of exactly one element counts like a text. */
        SINGLE,
        /** The first element decides. */
        FIRST,
        /** One fitting element is enough. */
        ANY;

        /** The texts of which one must fit; none when the array is refused. */
        public List<String> candidates(JsonNode array) {
            var texts = new ArrayList<String>();
            array.forEach(element -> texts.add(element.isTextual() ? element.textValue() : ""));
            return switch (this) {
                case REFUSED -> List.of();
                case SINGLE -> texts.size() == 1 ? texts : List.of();
                case FIRST -> texts.subList(0, Math.min(1, texts.size()));
                case ANY -> texts;
            };
        }
    }
}
