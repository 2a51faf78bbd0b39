package dev.assay.reference.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.assertj.core.groups.Tuple.tuple;

import dev.assay.reference.core.ConfigurationRefused.Kind;
import dev.assay.reference.core.registry.AuditEvent;
import dev.assay.reference.core.registry.PendingPublisher;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What maintainers enter, and what is on record about it afterwards. */
class DeskTest {

    private static List<AuditEvent> events(CoreScene scene, String kind) throws ConfigurationRefused {
        return scene.core().packageDesk().events(scene.actor("alice"), "widget").stream()
                .filter(event -> event.kind().equals(kind))
                .toList();
    }

    @Test
    void aNameIsRegisteredOnceAndAnImpossibleOneNever() {
        var scene = CoreScene.strict();
        scene.register("alice", "widget");
        var desk = scene.core().packageDesk();

        assertThatThrownBy(() -> desk.register(scene.actor("bob"), "Widget"))
                .asInstanceOf(type(ConfigurationRefused.class))
                .extracting(ConfigurationRefused::kind)
                .isEqualTo(Kind.CONFLICT);
        assertThatThrownBy(() -> desk.register(scene.actor("bob"), "no good"))
                .asInstanceOf(type(ConfigurationRefused.class))
                .extracting(ConfigurationRefused::kind)
                .isEqualTo(Kind.INVALID);
    }

    @Test
    void whoNamedAnOwnerIsOnRecord() throws ConfigurationRefused {
        var scene = CoreScene.with("{tokens: {actions: manage}}").withPolicy("widget");
        var token = new Actor(Optional.empty(), Optional.of(scene.granted(scene.claims())));

        scene.core().packageDesk().addOwner(scene.actor("alice"), "widget", "bob");
        scene.core().packageDesk().addOwner(token, "widget", "mallory");

        assertThat(events(scene, "project:role:add"))
                .extracting(AuditEvent::by, AuditEvent::details)
                .containsExactly(
                        tuple("alice", Map.of("owner", "bob")), tuple("registry token", Map.of("owner", "mallory")));
        assertThat(new Actor(Optional.empty(), Optional.empty()).name()).isEqualTo("nobody");
    }

    @Test
    void aTokenThatMayManageManagesItsOwnPackageOnly() {
        var scene = CoreScene.with("{tokens: {actions: manage}}").withPolicy("widget");
        scene.register("bob", "bobs");
        var token = new Actor(Optional.empty(), Optional.of(scene.granted(scene.claims())));

        assertThatThrownBy(() -> scene.core().packageDesk().addOwner(token, "bobs", "mallory"))
                .asInstanceOf(type(ConfigurationRefused.class))
                .extracting(ConfigurationRefused::kind)
                .isEqualTo(Kind.FORBIDDEN);
    }

    @Test
    void aPackageIsItsOwnersBusinessUnlessAnyAccountOrAnybodyMayManageIt() {
        for (var whom : List.of("owners", "anyAccount", "anybody")) {
            var scene = CoreScene.with("{policies: {packagesManagedBy: %s}}".formatted(whom))
                    .withPolicy("widget");
            var nobody = new Actor(Optional.empty(), Optional.empty());

            assertThat(mayAddOwner(scene, scene.actor("alice"))).isTrue();
            assertThat(mayAddOwner(scene, scene.actor("mallory"))).isEqualTo(!whom.equals("owners"));
            assertThat(mayAddOwner(scene, nobody)).isEqualTo(whom.equals("anybody"));
            assertThatThrownBy(() -> scene.core().policyDesk().requireRights(scene.actor("mallet"), "widget"))
                    .isInstanceOf(ConfigurationRefused.class);
        }
    }

    private static boolean mayAddOwner(CoreScene scene, Actor actor) {
        try {
            scene.core().packageDesk().addOwner(actor, "widget", "carol");
            return true;
        } catch (ConfigurationRefused refused) {
            return false;
        }
    }

    @Test
    void thePoliciesOfOtherPackagesStayUnlessThoseForTheSameWorkloadGoTogether() throws ConfigurationRefused {
        for (var removal : List.of("ofThePackagesOwn", "ofTheSameWorkload")) {
            var scene = CoreScene.with("{policies: {removal: %s}}".formatted(removal));
            scene.register("alice", "widget");
            scene.register("alice", "gadget");
            var policy = scene.policy("widget", Map.of());
            scene.policy("gadget", Map.of());
            scene.policy("gadget", Map.of("workflow", "other.yml"));

            scene.core().policyDesk().remove(scene.actor("alice"), "widget", policy);

            assertThat(scene.core().packageDesk().view("gadget").publishers())
                    .hasSize(removal.equals("ofThePackagesOwn") ? 2 : 1);
            assertThatThrownBy(() -> scene.core().policyDesk().remove(scene.actor("alice"), "gadget", policy))
                    .isInstanceOf(ConfigurationRefused.class);
        }
    }

    @Test
    void whoRemovedAPolicyIsOnRecord() throws ConfigurationRefused {
        var scene = CoreScene.strict().withPolicy("widget");
        var other = scene.policy("widget", Map.of("workflow", "other.yml"));
        assertThatThrownBy(() -> scene.core().policyDesk().remove(scene.actor("alice"), "widget", UUID.randomUUID()))
                .isInstanceOf(ConfigurationRefused.class);

        scene.core().policyDesk().remove(scene.actor("alice"), "widget", other);

        assertThat(events(scene, "project:oidc:publisher-removed"))
                .singleElement()
                .satisfies(event -> assertThat(event.details())
                        .containsEntry("workflow", "other.yml")
                        .containsEntry("publisher", other.toString())
                        .containsEntry("provider", "github"));
    }

    @Test
    void namesAreKeptAsTypedOrAsTheForgeSpellsThemEachOnItsOwn() throws ConfigurationRefused {
        assertThat(kept("asTyped")).containsEntry("owner", "OCTO").containsEntry("repository", "Widget");
        assertThat(kept("asTheForgeSpellsOwners"))
                .containsEntry("owner", "octo")
                .containsEntry("repository", "Widget");
        assertThat(kept("asTheForgeSpellsBoth")).containsEntry("owner", "octo").containsEntry("repository", "widget");
    }

    private static Map<String, String> kept(String names) throws ConfigurationRefused {
        var scene = CoreScene.with("{policies: {names: %s}}".formatted(names));
        scene.register("alice", "widget");
        scene.policy("widget", Map.of("owner", "OCTO", "repository", "Widget"));
        return scene.core().packageDesk().view("widget").publishers().get(0).fields();
    }

    @Test
    void theForgeIsAskedOnlyForWhatMatters() throws ConfigurationRefused {
        var unpinned = CoreScene.with("{policies: {unknownOwner: accepted, unknownRepository: accepted},"
                + " providers: {github: {pins: {ownerId: {source: notPinned}, repositoryId: {source: notPinned}}}}}");
        unpinned.withPolicy("widget");
        assertThat(unpinned.fetched()).isEmpty();

        var pinned = CoreScene.with("{policies: {unknownOwner: accepted, unknownRepository: accepted}}")
                .withPolicy("widget");
        assertThat(pinned.core()
                        .packageDesk()
                        .view("widget")
                        .publishers()
                        .get(0)
                        .ids())
                .containsOnly(Map.entry("ownerId", "1001"), Map.entry("repositoryId", "2001"));

        var gitlab = CoreScene.strict();
        gitlab.register("alice", "widget");
        gitlab.core()
                .policyDesk()
                .add(
                        gitlab.actor("alice"),
                        "widget",
                        new PolicyEntry(
                                "gitlab", Map.of("namespace", "octo", "project", "widget", "workflow", ".ci/a.yml")));
        assertThat(gitlab.fetched()).isEmpty();
    }

    @Test
    void onesOwnPendingEntriesCountAgainstTheLimitAndNobodyElses() throws ConfigurationRefused {
        var scene = CoreScene.with("{pending: {perAccount: 1}}");
        scene.pending("bob", "bobs");

        var entered = scene.core().policyDesk().addPending(scene.actor("alice"), "newborn", scene.entry(Map.of()));

        assertThat(entered)
                .extracting(PendingPublisher::packageName, PendingPublisher::registrant)
                .containsExactly("newborn", "alice");
    }

    @Test
    void anotherIdentityMayBePendingWhereIdentitiesAreShared() throws ConfigurationRefused {
        var scene = CoreScene.with("{policies: {sameIdentity: shared}}");
        scene.pending("alice", "one");

        var entered = scene.core()
                .policyDesk()
                .addPending(scene.actor("bob"), "two", scene.entry(Map.of("workflow", "other.yml")));

        assertThat(scene.core().state().policies().pending()).contains(entered).hasSize(2);
    }

    @Test
    void registeringANameEndsThePendingEntriesForThatNameAlone() {
        var scene = CoreScene.with("{pending: {registration: dropsOthers}}");
        scene.pending("alice", "newborn");
        scene.pending("bob", "newborn");
        scene.pending("bob", "other");

        scene.register("alice", "newborn");

        assertThat(scene.core().state().policies().pending())
                .extracting(entry -> entry.registrant() + "/" + entry.packageName())
                .containsExactly("alice/newborn", "bob/other");
    }

    @ParameterizedTest
    @CsvSource({"asItWas, octo/widget", "ofTheLatestPolicy, octo/gadget"})
    void whatIsToldOfVersionsStaysUnlessTheBehaviourFollowsPolicies(String history, String told)
            throws ConfigurationRefused {
        var scene =
                CoreScene.with("{policies: {history: %s}}".formatted(history)).withPolicy("widget");
        scene.repository("octo", "gadget", 2002);
        assertThat(scene.upload(scene.granted(scene.claims()), "widget", "1", "x"))
                .isEmpty();

        scene.policy("widget", Map.of("repository", "gadget"));

        assertThat(events(scene, "file:add"))
                .singleElement()
                .satisfies(event -> assertThat(event.details()).containsEntry("repository", told));
        assertThat(scene.core().state().packages().find("widget").orElseThrow().sources())
                .containsExactly(told);
    }
}
