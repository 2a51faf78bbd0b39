package dev.assay.document;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** A YAML document as a tree, with the line of every node, so that a complaint can point at it. */
public final class YamlDocument {
    private final String file;
    private final String text;
    private final JsonNode root;
    private @Nullable Map<String, Mark> marks;

    private YamlDocument(String file, String text, JsonNode root) {
        this.file = file;
        this.text = text;
        this.root = root;
    }

    /**
     * Reads a file.
     *
     * @throws InvalidDocumentException if it cannot be read or is not YAML
     */
    public static YamlDocument read(Path path) {
        try {
            return parse(path.toString(), Files.readString(path));
        } catch (IOException e) {
            var why = Files.exists(path) ? "cannot be read as UTF-8 text" : "there is no such file";
            throw new InvalidDocumentException(List.of(new Problem(path.toString(), 0, 0, "", why)));
        }
    }

    /**
     * Reads a document that ships inside the program.
     *
     * @param resource absolute name on the class path, without a leading slash
     */
    public static YamlDocument resource(String resource) {
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new InvalidDocumentException(List.of(new Problem(resource, 0, 0, "", "is not shipped")));
            }
            return parse(resource, new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Parses text; aliases and merge keys are replaced by what they stand for.
     *
     * @param file the name used in complaints
     * @throws InvalidDocumentException if it is not YAML, with line and column
     */
    public static YamlDocument parse(String file, String text) {
        try {
            return new YamlDocument(file, text, YamlTree.read(file, text));
        } catch (JacksonException e) {
            throw new InvalidDocumentException(
                    List.of(unreadable(file, e, "not YAML: " + firstLine(e.getOriginalMessage()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The scanner's own mark, if it made the complaint: the parser's location is that of the last token before. */
    private static Problem unreadable(String file, JacksonException e, String message) {
        if (e.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            var mark = marked.getProblemMark();
            return new Problem(file, mark.getLine() + 1, mark.getColumn() + 1, "", message);
        }
        var where = e.getLocation();
        return where == null
                ? new Problem(file, 0, 0, "", message)
                : new Problem(file, where.getLineNr(), where.getColumnNr(), "", message);
    }

    /** The name used in complaints. */
    public String file() {
        return file;
    }

    /** The content. */
    public JsonNode root() {
        return root;
    }

    /**
     * A complaint about a node of this document. What came in through an alias is complained about where it is written.
     *
     * @param pointer JSON pointer (RFC 6901); its nearest written ancestor gives the line
     */
    public Problem problem(String pointer, String message) {
        var mark = nearest(pointer);
        var path = pointer.isEmpty() ? "" : pointer.substring(1).replace('/', '.');
        return mark == null
                ? new Problem(file, 0, 0, path, message)
                : new Problem(file, mark.getLine() + 1, mark.getColumn() + 1, path, message);
    }

    private @Nullable Mark nearest(String pointer) {
        var known = marks();
        for (var at = pointer; ; at = at.substring(0, at.lastIndexOf('/'))) {
            var mark = known.get(at);
            if (mark != null || at.isEmpty()) {
                return mark;
            }
        }
    }

    private Map<String, Mark> marks() {
        if (marks == null) {
            var found = new HashMap<String, Mark>();
            try {
                var node = compose(text);
                if (node != null) {
                    collect("", node, node.getStartMark(), found);
                }
            } catch (MarkedYAMLException e) {
                found.put("", e.getProblemMark());
            }
            marks = found;
        }
        return marks;
    }

    /** As {@code Yaml.compose} does, without the constructor of objects, which nobody needs here and which logs. */
    private static @Nullable Node compose(String text) {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(Integer.MAX_VALUE); // bounded when the tree was made
        var parser = new ParserImpl(new StreamReader(text), options);
        return new Composer(parser, new Resolver(), options).getSingleNode();
    }

    private static void collect(String pointer, Node node, Mark mark, Map<String, Mark> found) {
        found.put(pointer, mark);
        if (node instanceof MappingNode mapping) {
            members(pointer, mapping, found);
        } else if (node instanceof SequenceNode sequence) {
            var items = sequence.getValue();
            for (int i = 0; i < items.size(); i++) {
                collect(pointer + "/" + i, items.get(i), items.get(i).getStartMark(), found);
            }
        }
    }

    /** Merged members first: those that the mapping has itself replace them. */
    private static void members(String pointer, MappingNode mapping, Map<String, Mark> found) {
        for (var member : mapping.getValue()) {
            if (isMerge(member)) {
                merged(member.getValueNode()).forEach(other -> members(pointer, other, found));
            }
        }
        for (var member : mapping.getValue()) {
            if (!isMerge(member) && member.getKeyNode() instanceof ScalarNode key) {
                collect(pointer + "/" + key.getValue(), member.getValueNode(), key.getStartMark(), found);
            }
        }
    }

    private static boolean isMerge(NodeTuple member) {
        return member.getKeyNode() instanceof ScalarNode key && key.getValue().equals(YamlTree.MERGE);
    }

    /** The mappings that a merge key names, the one that counts most at the end. */
    private static List<MappingNode> merged(Node value) {
        var mappings = value instanceof SequenceNode several ? several.getValue() : List.of(value);
        var found = new ArrayList<MappingNode>();
        for (var node : mappings) {
            if (node instanceof MappingNode mapping) {
                found.add(0, mapping);
            }
        }
        return found;
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("unreadable");
    }
}
