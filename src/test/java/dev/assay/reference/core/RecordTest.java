package dev.assay.reference.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.reference.core.registry.AuditEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is on record for what was published. */
class RecordTest {

    @Test
    void theRepositoryThatPublishedIsOnRecordUnlessThatOfTheOldestPolicyIs() throws ConfigurationRefused {
        for (var record : List.of("kept", "ofTheOldestPolicy")) {
            var scene = CoreScene.with("{publishing: {record: %s}}".formatted(record))
                    .withPolicy("widget");
            scene.repository("octo", "gadget", 2002);
            scene.policy("widget", Map.of("repository", "gadget"));
            var file = "octo/gadget/.github/workflows/release.yml@refs/heads/main";
            var token = scene.granted(scene.claims(Map.of(
                    "repository",
                    "octo/gadget",
                    "repository_id",
                    "2002",
                    "workflow_ref",
                    file,
                    "job_workflow_ref",
                    file)));

            assertThat(token.workload().containsValue("octo/gadget")).isEqualTo(record.equals("kept"));
            assertThat(token.workload().get("repository"))
                    .isEqualTo(record.equals("kept") ? "octo/gadget" : "octo/widget");
            assertThat(scene.upload(token, "widget", "1", "x")).isEmpty();
        }
    }

    @Test
    void whoPublishedIsOnRecordUnlessNobodyKeepsIt() throws ConfigurationRefused {
        for (var record : List.of("kept", "notKept")) {
            var scene = CoreScene.with("{publishing: {record: %s}}".formatted(record))
                    .withPolicy("widget");
            scene.upload(scene.granted(scene.claims()), "widget", "1", "x");

            var events = scene.core().packageDesk().events(scene.actor("alice"), "widget");
            var added = events.stream()
                    .filter(event -> event.kind().equals("file:add"))
                    .findFirst();
            assertThat(events.stream().map(AuditEvent::kind))
                    .contains("project:create", "project:oidc:publisher-added", "account:short_lived_api_token:added");
            assertThat(added)
                    .hasValueSatisfying(event -> assertThat(event.details().containsKey("repository"))
                            .isEqualTo(record.equals("kept")));
            assertThatThrownBy(() -> scene.core().packageDesk().events(scene.actor("bob"), "widget"))
                    .isInstanceOf(ConfigurationRefused.class);
        }
    }
}
