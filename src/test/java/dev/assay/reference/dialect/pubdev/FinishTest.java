package dev.assay.reference.dialect.pubdev;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.identity.workload.Workload;
import dev.assay.reference.dialect.pubdev.RawHttp.Reply;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the last step of publishing says, and in which order (dart-lang/pub-dev app/lib/package/backend.dart). */
class FinishTest {

    private final PubDevScene scene = new PubDevScene("pub-dev").withPolicy("widget");

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void aPackageThatDoesNotPublishFromGitHubSaysSo() {
        scene.withPackage("gadget");

        Envelope.isNotAllowed(
                scene.publish(scene.token("v1.0.0"), "gadget", "1.0.0"), "publishing from github is not enabled");
    }

    @ParameterizedTest
    @CsvSource({"octo, gadget", "other, widget"})
    void anotherRepositoryIsNamed(String owner, String name) {
        var holder = owner.equals("octo")
                ? scene.repository().owner()
                : scene.forge().createOwner(owner);
        var repository = scene.forge().createRepository(holder, name);

        Envelope.isNotAllowed(
                publish(scene.run("v1.0.0").withRepository(repository)),
                "publishing is not enabled for the \"%s/%s\" repository, it may be enabled for another repository"
                        .formatted(owner, name));
    }

    @Test
    void aDispatchedRunIsRefusedInUpstreamsSpelling() {
        Envelope.isNotAllowed(
                publish(onTag("workflow_dispatch")), "publishing is not allowed from \"workflow_dispath\" events");
    }

    @Test
    void aPushIsRefusedWhereOnlyDispatchedRunsPublish() {
        scene.configure(
                "widget",
                scene.alice(),
                PubDevScene.ENABLED.replace(
                        "}}\"}}", "}}\",\"isPushEventEnabled\":false,\"isWorkflowDispatchEventEnabled\":true}}"));

        Envelope.isNotAllowed(publish(onTag("push")), "publishing is not allowed from \"push\" events");
        assertThat(publish(onTag("workflow_dispatch")).status()).isEqualTo("HTTP/1.1 200 OK");
    }

    @ParameterizedTest
    @CsvSource({"pull_request_target", "workflow_run", "release", "schedule"})
    void anyOtherEventIsNamed(String event) {
        Envelope.isNotAllowed(
                publish(onTag(event)),
                ("publishing is only allowed from \"push\" or \"workflow_dispatch\" events, this token originates from a"
                                + " \"%s\" event")
                        .formatted(event));
    }

    @Test
    void aBranchIsNoTag() {
        Envelope.isNotAllowed(
                publish(scene.run("v1.0.0").withRef("refs/heads/v1.0.0")),
                "publishing is only allowed from \"tag\" refType, this token has \"branch\" refType");
    }

    @Test
    void theTagIsThatOfTheVersionInThePubspec() {
        Envelope.isNotAllowed(
                publish(scene.run("v1.0.1")),
                "publishing is configured to only be allowed from actions with specific ref pattern, this token has"
                        + " \"refs/tags/v1.0.1\" ref for which publishing is not allowed. Expected tag \"v1.0.0\". Check that"
                        + " the version in the tag matches the version in \"pubspec.yaml\"");
    }

    @Test
    void theEnvironmentCountsWhereItIsRequired() {
        scene.configure(
                "widget",
                scene.alice(),
                PubDevScene.ENABLED.replace(
                        "}}\"}}", "}}\",\"requireEnvironment\":true,\"environment\":\"release\"}}"));

        Envelope.isNotAllowed(
                publish(scene.run("v1.0.0").withEnvironment("staging")),
                "publishing is configured to only be allowed from actions with an environment, this token originates from an"
                        + " action running in environment \"staging\" for which publishing is not allowed");
        assertThat(publish(scene.run("v1.0.0").withEnvironment("release")).status())
                .isEqualTo("HTTP/1.1 200 OK");
    }

    @Test
    void anyWorkflowOfTheRepositoryMayPublish() {
        assertThat(publish(scene.run("v1.0.0").withWorkflowFile("nightly.yml")).status())
                .isEqualTo("HTTP/1.1 200 OK");
    }

    @Test
    void oneTokenPublishesTwoPackagesWhoseTagsCoincide() {
        scene.withPolicy("gadget");
        var token = scene.token("v1.0.0");

        assertThat(scene.publish(token, "widget", "1.0.0").status()).isEqualTo("HTTP/1.1 200 OK");
        assertThat(scene.publish(token, "gadget", "1.0.0").status()).isEqualTo("HTTP/1.1 200 OK");
    }

    @Test
    void onlyPeopleUploadNewPackages() {
        Envelope.isBadRequest(
                scene.publish(scene.token("v1.0.0"), "newcomer", "1.0.0"),
                "PackageRejected",
                "Only users are allowed to upload new packages.");
    }

    @Test
    void anExistingVersionIsNoticedBeforeAnythingIsSaidAboutTheWorkload() {
        publish(scene.run("v1.0.0"));
        var stranger = scene.mint(scene.tokenOf(scene.run("v9.9.9")));

        Envelope.isBadRequest(
                scene.publish(
                        stranger, scene.archive("widget", "1.0.0", "other").content()),
                "PackageRejected",
                "Version 1.0.0 of package widget already exists.");
    }

    @Test
    void theSameContentIsRefusedOnlyAfterTheWorkload() {
        publish(scene.run("v1.0.0"));

        Envelope.isNotAllowed(
                publish(onTag("schedule")),
                "publishing is only allowed from \"push\" or \"workflow_dispatch\" events, this token originates from a"
                        + " \"schedule\" event");
        Envelope.isBadRequest(
                publish(scene.run("v1.0.0")), "PackageRejected", "Version 1.0.0 of package widget already exists.");
    }

    @Test
    void anArchiveThatIsNoneIsNoticedBeforeAnythingIsSaidAboutTheWorkload() {
        Envelope.isBadRequest(
                scene.publish(scene.token("v9.9.9"), "no archive".getBytes(StandardCharsets.UTF_8)),
                "PackageRejected",
                "Package archive is not a valid `.tar.gz`.");
        Envelope.isBadRequest(
                scene.publish(scene.token("v9.9.9"), new byte[0]),
                "PackageRejected",
                "Package archive is empty (size = 0).");
    }

    @Test
    void anUploadIsNotBoundToWhoStartedIt() {
        var invitation = PubDevScene.json(scene.newUpload("Bearer " + scene.token("v7.0.0")));
        var location = scene.upload(
                        invitation, scene.archive("widget", "1.0.0", "first").content())
                .header("location");

        assertThat(scene.finish(scene.token("v1.0.0"), location).status()).isEqualTo("HTTP/1.1 200 OK");
    }

    private Workload onTag(String event) {
        return scene.run("v1.0.0").withEvent(event).withRef("refs/tags/v1.0.0");
    }

    private Reply publish(Workload workload) {
        return scene.publish(scene.mint(scene.tokenOf(workload)), "widget", "1.0.0");
    }
}
