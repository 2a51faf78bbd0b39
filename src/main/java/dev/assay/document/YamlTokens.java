package dev.assay.document;

import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.Reader;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.events.NodeEvent;

/** Jackson's reading of YAML, which also tells the anchors of scalars: {@link YAMLParser#getObjectId} knows no others. */
final class YamlTokens extends YAMLParser {

    private YamlTokens(
            IOContext context, int features, int yamlFeatures, LoaderOptions options, ObjectCodec codec, Reader text) {
        super(context, features, yamlFeatures, options, codec, text);
    }

    /** The anchor of the node that begins with the current token. */
    Optional<String> anchor() {
        return _lastEvent instanceof NodeEvent node ? Optional.ofNullable(node.getAnchor()) : Optional.empty();
    }

    /** Makes such parsers; a member that is there twice is a mistake. */
    static final class Factory extends YAMLFactory {
        private static final long serialVersionUID = 1L;

        Factory() {
            super(YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION));
        }

        @Override
        protected YAMLParser _createParser(Reader text, IOContext context) {
            return new YamlTokens(context, _parserFeatures, _yamlParserFeatures, _loaderOptions, _objectCodec, text);
        }
    }
}
