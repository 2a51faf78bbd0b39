package dev.assay.reference.behaviour;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lets enum constants be written as {@code caseFolded} instead of {@code CASE_FOLDED}. */
final class CamelCaseEnums extends SimpleModule {

    private static final long serialVersionUID = 1;

    CamelCaseEnums() {
        setDeserializerModifier(new Modifier());
    }

    /** The name of a constant as it stands in YAML. */
    static String written(Enum<?> constant) {
        var name = new StringBuilder();
        for (var word : constant.name().split("_")) {
            var lower = word.toLowerCase(Locale.ROOT);
            name.append(name.isEmpty() ? lower : lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1));
        }
        return name.toString();
    }

    private static Optional<Object> constant(Class<?> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> written((Enum<?>) constant).equals(text))
                .map(Object.class::cast)
                .findFirst();
    }

    private static String known(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> written((Enum<?>) constant))
                .collect(Collectors.joining(", "));
    }

    private static final class Modifier extends BeanDeserializerModifier {

        private static final long serialVersionUID = 1;

        @Override
        public JsonDeserializer<?> modifyEnumDeserializer(
                DeserializationConfig config, JavaType type, BeanDescription bean, JsonDeserializer<?> deserializer) {
            return new ConstantReader(type.getRawClass());
        }

        @Override
        public KeyDeserializer modifyKeyDeserializer(
                DeserializationConfig config, JavaType type, KeyDeserializer deserializer) {
            return type.isEnumType() ? new ConstantKeyReader(type.getRawClass()) : deserializer;
        }
    }

    private static final class ConstantReader extends StdScalarDeserializer<Object> {

        private static final long serialVersionUID = 1;

        ConstantReader(Class<?> type) {
            super(type);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var text = parser.getValueAsString("");
            var found = constant(handledType(), text);
            if (found.isEmpty()) {
                return context.handleWeirdStringValue(
                        handledType(), text, "unknown value; known here are %s", known(handledType()));
            }
            return found.get();
        }
    }

    private static final class ConstantKeyReader extends KeyDeserializer {

        private final Class<?> type;

        ConstantKeyReader(Class<?> type) {
            this.type = type;
        }

        @Override
        public Object deserializeKey(String key, DeserializationContext context) throws IOException {
            var found = constant(type, key);
            if (found.isEmpty()) {
                return context.handleWeirdKey(type, key, "unknown member; known here are %s", known(type));
            }
            return found.get();
        }
    }
}
