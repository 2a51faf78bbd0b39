package dev.assay.run;

import java.util.List;

/**
 * A scenario as written: an outline's rows count one each.
 *
 * @param id stable: folder, feature file and name as a path, such as {@code jwt/audience/another-registry}
 * @param name with the row's values filled in
 * @param feature the feature's title
 * @param location file and line, such as {@code features/jwt/audience.feature:12}
 * @param requirements ids that its tags name
 * @param tags all of its tags
 */
public record ScenarioInfo(
        String id, String name, String feature, String location, List<String> requirements, List<String> tags) {}
