package dev.assay.reference.dialect.nuget;

import dev.assay.reference.core.registry.FileContent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * The manifest of a package.
 *
 * @param id as it is spelled there
 * @param version normalized
 * @param metadata every plain element of it, by name
 */
record Nuspec(String id, String version, Map<String, List<String>> metadata) {

    private static final List<String> NECESSARY = List.of("id", "version", "authors", "description");

    /** Copies the map. */
    Nuspec {
        metadata = Map.copyOf(metadata);
    }

    /** The same with the version as it is spelled there. */
    Nuspec asSpelled() {
        return new Nuspec(id, first(metadata, "version"), metadata);
    }

    /** Reads the manifest out of a package; empty if there is none, or it lacks what every manifest must have. */
    static Optional<Nuspec> of(FileContent content) {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content.bytes()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var isAtTheTop = entry.getName().indexOf('/') < 0;
                if (isAtTheTop && entry.getName().endsWith(".nuspec")) {
                    return read(zip.readAllBytes());
                }
            }
            return Optional.empty();
        } catch (IOException | SAXException | RuntimeException broken) {
            return Optional.empty();
        }
    }

    private static Optional<Nuspec> read(byte[] xml) throws IOException, SAXException {
        var root = parse(xml);
        var metadata = elements(root).stream()
                .filter(element -> name(element).equals("metadata"))
                .findFirst();
        var fields = new LinkedHashMap<String, List<String>>();
        metadata.ifPresent(found -> elements(found)
                .forEach(element -> fields.put(
                        name(element), List.of(element.getTextContent().strip()))));
        var isComplete = NECESSARY.stream()
                .allMatch(name -> !fields.getOrDefault(name, List.of("")).get(0).isEmpty());
        return isComplete
                ? NugetVersion.normalized(first(fields, "version"))
                        .map(version -> new Nuspec(first(fields, "id"), version, fields))
                : Optional.empty();
    }

    private static Element parse(byte[] xml) throws IOException, SAXException {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(xml)).getDocumentElement();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<Element> elements(Node parent) {
        var children = parent.getChildNodes();
        return IntStream.range(0, children.getLength())
                .mapToObj(children::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    private static String name(Element element) {
        return String.valueOf(element.getLocalName());
    }

    private static String first(Map<String, List<String>> fields, String name) {
        return fields.getOrDefault(name, List.of("")).get(0);
    }
}
