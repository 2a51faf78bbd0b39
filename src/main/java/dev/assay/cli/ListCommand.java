package dev.assay.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.assay.calibration.DefectCatalogue;
import dev.assay.identity.provider.ProviderCatalogue;
import dev.assay.profile.ProfileReference;
import dev.assay.requirement.Catalogue;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what there is to choose from. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Shows the profiles, requirements, scenarios, identity providers or what a profile may say.",
        footer = {"", "Example:", "  assay list requirements", "  assay list scenarios --json"})
final class ListCommand implements Callable<Integer> {

    enum Topic {
        PROFILES,
        REQUIREMENTS,
        SCENARIOS,
        IDENTITY_PROVIDERS,
        PROFILE_MEMBERS;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            description = "One of ${COMPLETION-CANDIDATES}.",
            converter = TopicConverter.class,
            completionCandidates = TopicConverter.class)
    @SuppressWarnings("NullAway.Init")
    private Topic topic;

    @Option(names = "--json", description = "Print JSON for other programs.")
    private boolean json;

    @Option(names = "--markdown", description = "Print the requirements, or what a profile may say, as a page.")
    private boolean markdown;

    @Mixin
    private final SourceOptions sources = new SourceOptions();

    @Override
    public Integer call() throws JsonProcessingException {
        if (markdown) {
            printPage();
            return ExitCode.OK;
        }
        switch (topic) {
            case PROFILES ->
                print(
                        sources.profiles().names().stream()
                                .map(sources.profiles()::load)
                                .toList(),
                        p -> "%-14s %s. %s".formatted(p.id(), p.title(), p.summary()));
            case REQUIREMENTS ->
                print(Catalogue.shipped().requirements(), r -> "%-7s %-6s %s".formatted(r.id(), r.level(), r.title()));
            case SCENARIOS ->
                print(
                        sources.features().scenarios(),
                        s -> "%-18s %s".formatted(String.join(" ", s.requirements()), s.id()));
            case IDENTITY_PROVIDERS ->
                print(ProviderCatalogue.shipped().all(), p -> "%-16s %s".formatted(p.id(), p.title()));
            case PROFILE_MEMBERS ->
                print(ProfileReference.shipped().members(), m -> "%-36s %s".formatted(m.path(), m.description()));
        }
        return ExitCode.OK;
    }

    private void printPage() {
        var out = spec.commandLine().getOut();
        out.print(
                switch (topic) {
                    case REQUIREMENTS ->
                        RequirementPages.of(Catalogue.shipped(), sources.features(), DefectCatalogue.shipped())
                                .render();
                    case PROFILE_MEMBERS -> ProfileReference.shipped().markdown();
                    default ->
                        throw new UsageProblem("--markdown shows requirements and profile-members only: assay list"
                                + " requirements --markdown");
                });
        out.flush();
    }

    private <T> void print(List<T> items, Function<T, String> line) throws JsonProcessingException {
        var out = spec.commandLine().getOut();
        if (json) {
            var mapper = JsonMapper.builder()
                    .addModule(new Jdk8Module())
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();
            out.println(mapper.writeValueAsString(items));
        } else {
            items.stream().map(line).forEach(out::println);
        }
        out.flush();
    }

    static final class TopicConverter implements picocli.CommandLine.ITypeConverter<Topic>, Iterable<String> {
        @Override
        public Topic convert(String value) {
            for (var topic : Topic.values()) {
                if (topic.toString().equals(value)) {
                    return topic;
                }
            }
            throw new picocli.CommandLine.TypeConversionException(
                    "'" + value + "' is none of " + String.join(", ", this));
        }

        @Override
        public java.util.Iterator<String> iterator() {
            return java.util.Arrays.stream(Topic.values()).map(Topic::toString).iterator();
        }
    }
}
