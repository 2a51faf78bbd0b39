package dev.assay.registry;

import io.quarkus.qute.Engine;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Expression;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.ValueResolver;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The templates of profiles: Qute, with four properties every text has. {@code .json} escapes it for a JSON string,
 * {@code .path} percent-encodes it as one path segment, {@code .segment} does so too but leaves what RFC 3986 allows in
 * a segment (such as {@code @}) and writes lower-case hexadecimal digits, {@code .base64} encodes it.
 */
public final class Templates {
    private static final Map<String, UnaryOperator<String>> ENCODINGS = Map.of(
            "json", Templates::json,
            "path", Templates::path,
            "segment", Templates::segment,
            "base64", Templates::base64);

    /** What the environment's variables stand below. */
    static final String ENVIRONMENT = "env";

    private static final String ALLOWED_IN_SEGMENT = "-._~!$&'()*+,;=:@";

    private final Engine engine = Engine.builder()
            .addDefaults()
            .addValueResolver(new Encodings())
            .strictRendering(true)
            .build();
    private final Map<String, Template> parsed = new ConcurrentHashMap<>();

    /**
     * Fills a template.
     *
     * @throws IllegalArgumentException if it is not a template, or names a value that is not there
     * @throws Provisioner.UnsupportedException if it names a variable of the environment that is not set
     */
    public String render(String template, Map<String, ?> values) {
        if (template.indexOf('{') < 0) {
            return template;
        }
        try {
            var instance = parsed.computeIfAbsent(template, engine::parse).instance();
            values.forEach(instance::data);
            return instance.render();
        } catch (TemplateException e) {
            if (e.getCause() instanceof Provisioner.UnsupportedException notSet) {
                throw notSet;
            }
            throw new IllegalArgumentException("template cannot be filled: " + e.getMessage(), e);
        }
    }

    /** The variables of the environment that a template names, such as {@code {env.ADMIN}}; none if it is no template. */
    Set<String> variables(String template) {
        try {
            return parsed.computeIfAbsent(template, engine::parse).getExpressions().stream()
                    .map(Expression::getParts)
                    .filter(parts -> parts.size() > 1 && parts.get(0).getName().equals(ENVIRONMENT))
                    .map(parts -> parts.get(1).getName())
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (TemplateException notATemplate) {
            return Set.of();
        }
    }

    private static String json(String text) {
        return new String(
                com.fasterxml.jackson.core.io.JsonStringEncoder.getInstance().quoteAsString(text));
    }

    private static String path(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String segment(String text) {
        var encoded = new StringBuilder();
        for (var octet : text.getBytes(StandardCharsets.UTF_8)) {
            var c = (char) (octet & 0xff);
            if (Character.isLetterOrDigit(c) && c < 0x80 || ALLOWED_IN_SEGMENT.indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append("%%%02x".formatted((int) c));
            }
        }
        return encoded.toString();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static final class Encodings implements ValueResolver {
        @Override
        public boolean appliesTo(EvalContext context) {
            return context.getBase() instanceof String && ENCODINGS.containsKey(context.getName());
        }

        @Override
        public CompletionStage<Object> resolve(EvalContext context) {
            var encoding = ENCODINGS.getOrDefault(context.getName(), UnaryOperator.identity());
            return CompletableFuture.completedFuture(encoding.apply((String) context.getBase()));
        }
    }
}
