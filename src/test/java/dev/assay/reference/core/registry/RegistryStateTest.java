package dev.assay.reference.core.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.reference.behaviour.Limit;
import dev.assay.reference.behaviour.ReplayRules.Claim;
import dev.assay.reference.core.CoreScene;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RegistryStateTest {

    private static final Instant NOW = CoreScene.NOW;

    private final RegistryState state = CoreScene.strict().core().state();
    private final Policies policies = state.policies();

    private static final UUID WITH = UUID.randomUUID();

    private static Publisher publisher(String workflow) {
        return new Publisher(
                UUID.randomUUID(), "github", CoreScene.ISSUER, Map.of("workflow", workflow), Map.of("ownerId", "1"));
    }

    private static FileContent content(String text) {
        return new FileContent(text.getBytes(StandardCharsets.UTF_8));
    }

    private static StoredFile file(String name, String text) {
        return new StoredFile(
                name,
                "1",
                content(text),
                Map.of("name", List.of("a", "b"), "none", List.of()),
                NOW,
                WITH,
                Optional.empty());
    }

    @Test
    void accountsAreFoundByNameAndBySession() {
        var accounts = state.accounts();
        var alice = accounts.open("alice");

        assertThat(accounts.open("alice")).isEqualTo(alice);
        assertThat(accounts.exists("alice")).isTrue();
        assertThat(accounts.exists("bob")).isFalse();
        assertThat(accounts.withSession(alice.session())).contains(alice);
        assertThat(accounts.withSession("session-of-nobody")).isEmpty();
    }

    @Test
    void aPackageHearsOfItsOwnEventsOnly() {
        state.auditLog().note("file:add", "widget", "alice", Map.of("file", "x"));
        state.auditLog().note("file:add", "gadget", "bob", Map.of());

        assertThat(state.auditLog().about("widget"))
                .containsExactly(new AuditEvent("file:add", NOW, "widget", "alice", Map.of("file", "x")));
    }

    @Test
    void equalBytesAreEqualContent() {
        assertThat(content("abc"))
                .isEqualTo(content("abc"))
                .hasSameHashCodeAs(content("abc"))
                .isNotEqualTo(content("abd"))
                .doesNotHaveSameHashCodeAs(content("abd"));
        assertThat(content("abc").bytes()).isEqualTo(new byte[] {'a', 'b', 'c'});
        assertThat(content("abc").digest("SHA-256"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThatThrownBy(() -> content("abc").digest("SHA-0")).hasMessage("no digest called SHA-0");
    }

    @Test
    void changingTheBytesLeavesTheContentAsItWas() {
        var bytes = new byte[] {1};
        var content = new FileContent(bytes);
        bytes[0] = 2;
        content.bytes()[0] = 3;

        assertThat(content.bytes()).containsExactly(1);
    }

    @Test
    void aFileTakesThePlaceOfItsNamesakeAndOfNoOther() {
        var entry = state.packages().create("Widget", "alice");
        entry.put(file("a", "1"));
        entry.put(file("b", "2"));
        entry.put(file("a", "3"));

        assertThat(entry.files()).containsExactly(file("b", "2"), file("a", "3"));
        assertThat(entry.file("a")).contains(file("a", "3"));
        assertThat(entry.name()).isEqualTo("Widget");
        assertThat(entry.key()).isEqualTo("widget");
        assertThat(entry.id())
                .isNotNull()
                .isNotEqualTo(state.packages().create("other", "alice").id());
    }

    @Test
    void theFirstValueOfAMetadataFieldIsShown() {
        assertThat(file("a", "").first("name")).isEqualTo("a");
        assertThat(file("a", "").first("none")).isEmpty();
        assertThat(file("a", "").first("absent")).isEmpty();
    }

    @Test
    void workloadsAreTheSameIfProviderIssuerAndFieldsAre() {
        var one = publisher("release.yml");
        policies.link(one, "widget");

        assertThat(policies.sameWorkload(publisher("release.yml"))).contains(one);
        assertThat(policies.sameWorkload(publisher("other.yml"))).isEmpty();
        assertThat(one.namesSameWorkload(new Publisher(one.id(), "gitlab", one.issuer(), one.fields(), one.ids())))
                .isFalse();
        assertThat(one.namesSameWorkload(new Publisher(one.id(), "github", "other", one.fields(), one.ids())))
                .isFalse();
    }

    @Test
    void unlinkingEndsWhatWasLinkedAndNothingElse() {
        var one = publisher("one.yml");
        var two = publisher("two.yml");
        policies.link(one, "widget");
        policies.link(one, "gadget");
        policies.link(two, "widget");

        assertThat(policies.unlink(one.id(), "widget")).isTrue();
        assertThat(policies.unlink(one.id(), "widget")).isFalse();
        assertThat(policies.unlink(two.id(), "gadget")).isFalse();

        assertThat(policies.packagesOf(one.id())).containsExactly("gadget");
        assertThat(policies.packagesOf(two.id())).containsExactly("widget");
    }

    @Test
    void aLearnedIdIsKeptAndNeverReplacesAKnownOne() {
        var linked = publisher("one.yml");
        var pending = publisher("two.yml");
        policies.link(linked, "widget");
        policies.addPending(pending, "newborn", "alice");
        var learned = Map.of("ownerId", "666", "repositoryId", "2");
        var kept = Map.of("ownerId", "1", "repositoryId", "2");

        policies.lockIds(linked.id(), learned);
        policies.lockIds(pending.id(), learned);

        assertThat(policies.publishers()).extracting(Publisher::ids).containsExactly(kept);
        assertThat(policies.pending(pending.id()))
                .hasValueSatisfying(entry -> assertThat(entry)
                        .isEqualTo(new PendingPublisher(pending.withIds(kept), "newborn", "alice", Instant.MAX)));
    }

    @Test
    void aPendingPublisherCanBeForgottenOnce() {
        var entry = policies.addPending(publisher("one.yml"), "newborn", "alice");

        assertThat(policies.removePending(entry.publisher().id())).isTrue();
        assertThat(policies.removePending(entry.publisher().id())).isFalse();
        assertThat(policies.pending()).isEmpty();
    }

    @Test
    void aUsedIdIsForgottenWhenItsTimeHasCome() {
        var clock = new RegistryClock(() -> NOW);
        var used = new UsedIds(clock);
        for (var how : Claim.values()) {
            var until = clock.get().plusSeconds(10);
            assertThat(used.claim("id", until, how, Duration.ZERO)).isTrue();
            assertThat(used.claim("id", until, how, Duration.ZERO)).isFalse();
            assertThat(clock.advance(Duration.ofSeconds(9))).isEqualTo(clock.get());
            assertThat(used.contains("id")).isTrue();
            clock.advance(Duration.ofSeconds(1));
            assertThat(used.contains("id")).isFalse();
        }
    }

    @Test
    void theOldestUsedIdsAreForgottenWhereNotAllAreKept() {
        var used = new UsedIds(() -> NOW);
        for (var id : List.of("one", "two", "three")) {
            used.claim(id, NOW.plusSeconds(10), Claim.ATOMIC, Duration.ZERO);
        }

        used.keepAtMost(Limit.unlimited());
        used.keepAtMost(Limit.of(3));
        assertThat(used.contains("one")).isTrue();
        used.keepAtMost(Limit.of(1));

        assertThat(List.of("one", "two", "three")).filteredOn(used::contains).containsExactly("three");
    }
}
