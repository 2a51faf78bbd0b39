package dev.assay.run;

import dev.assay.document.InvalidDocumentException;
import dev.assay.document.Problem;
import io.cucumber.core.feature.FeatureParser;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.FeatureParserException;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.runtime.FeaturePathFeatureSupplier;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** The features to run, parsed once. */
public final class FeatureLibrary {
    private static final Pattern REQUIREMENT_TAG = Pattern.compile("@([A-Z]{3}-[0-9]+)");
    private static final Pattern RESOURCE = Pattern.compile("resource at: (\\S+)");
    private static final Pattern PLACE = Pattern.compile("\\((\\d+):(\\d+)\\): (.*)");
    private static final String SHIPPED = "classpath:/features";

    private final List<Feature> features;
    private final Map<String, ScenarioInfo> byLocation = new HashMap<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private final List<ScenarioInfo> scenarios;

    private FeatureLibrary(List<Feature> features, String root) {
        this.features = features;
        var all = new ArrayList<ScenarioInfo>();
        var taken = new HashMap<String, Integer>();
        for (var feature : features) {
            for (var pickle : feature.getPickles()) {
                var info = describe(feature, pickle, root, taken);
                positions.put(info.id(), all.size());
                all.add(info);
                byLocation.put(key(pickle.getUri(), pickle.getLocation().getLine()), info);
            }
        }
        scenarios = List.copyOf(all);
    }

    /** The features that ship with the program. */
    public static FeatureLibrary shipped() {
        return load(URI.create(SHIPPED), "features/", SHIPPED);
    }

    /**
     * The features below a directory.
     *
     * @throws InvalidDocumentException if there are none, or one is not Gherkin
     */
    public static FeatureLibrary of(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw invalid(directory.toString(), "there is no such directory");
        }
        var root = directory.toAbsolutePath().toUri();
        return load(root, root.getPath(), directory.toString());
    }

    private static FeatureLibrary load(URI path, String root, String name) {
        try {
            var parser = new FeatureParser(UUID::randomUUID);
            var supplier = new FeaturePathFeatureSupplier(
                    () -> Thread.currentThread().getContextClassLoader(), () -> List.of(path), parser);
            var features = supplier.get();
            if (features.isEmpty()) {
                throw invalid(name, "has no *.feature file in it; give a directory that has, or leave out --features");
            }
            return new FeatureLibrary(features, root);
        } catch (FeatureParserException e) {
            throw new InvalidDocumentException(List.of(notGherkin(name, String.valueOf(e.getMessage()))));
        }
    }

    /** Cucumber's message names the file in its first line, and line and column in another. */
    private static Problem notGherkin(String name, String message) {
        var resource = RESOURCE.matcher(message);
        var file = resource.find() ? URI.create(resource.group(1)).getPath() : name;
        var place = PLACE.matcher(message);
        return place.find()
                ? new Problem(
                        file == null ? name : file,
                        Integer.parseInt(place.group(1)),
                        Integer.parseInt(place.group(2)),
                        "",
                        "not Gherkin: " + place.group(3))
                : new Problem(
                        name,
                        0,
                        0,
                        "",
                        "not Gherkin: " + message.lines().findFirst().orElse(""));
    }

    private static InvalidDocumentException invalid(String name, String message) {
        return new InvalidDocumentException(List.of(new Problem(name, 0, 0, "", message)));
    }

    /** For Cucumber. */
    List<Feature> features() {
        return features;
    }

    /** Every scenario, in the order of the files and of their lines. */
    public List<ScenarioInfo> scenarios() {
        return scenarios;
    }

    /** The scenario that Cucumber runs from a place. */
    ScenarioInfo at(URI uri, int line) {
        var info = byLocation.get(key(uri, line));
        if (info == null) {
            throw new IllegalStateException("no scenario at " + key(uri, line));
        }
        return info;
    }

    /** Where a scenario stands among all of them. */
    int position(String id) {
        return positions.getOrDefault(id, Integer.MAX_VALUE);
    }

    private static String key(URI uri, int line) {
        return uri + ":" + line;
    }

    private static ScenarioInfo describe(Feature feature, Pickle pickle, String root, Map<String, Integer> taken) {
        var file = relative(pickle.getUri(), root);
        var stem = file.substring(0, file.length() - ".feature".length());
        var id = stem + "/" + slug(pickle.getName());
        var times = taken.merge(id, 1, Integer::sum);
        return new ScenarioInfo(
                times == 1 ? id : id + "-" + times,
                pickle.getName(),
                feature.getName().orElse(stem),
                "features/" + file + ":" + pickle.getLocation().getLine(),
                pickle.getTags().stream()
                        .map(REQUIREMENT_TAG::matcher)
                        .filter(m -> m.matches())
                        .map(m -> m.group(1))
                        .distinct()
                        .sorted()
                        .toList(),
                List.copyOf(pickle.getTags()));
    }

    private static String relative(URI uri, String root) {
        var path = uri.isOpaque() ? uri.getSchemeSpecificPart() : uri.getPath();
        var at = path.indexOf(root);
        return at < 0 ? path : path.substring(at + root.length());
    }

    private static String slug(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        return plain.replaceAll("\\p{M}+", "").replaceAll("[^a-z0-9]+", "-").replaceAll("(^-|-$)", "");
    }
}
