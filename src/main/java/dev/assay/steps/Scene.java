package dev.assay.steps;

import dev.assay.profile.Provisioning;
import dev.assay.registry.Conversation;
import dev.assay.registry.Provisioner;
import dev.assay.registry.ProvisioningByHand;
import dev.assay.registry.ProvisioningByOperations;
import dev.assay.registry.Registry;
import dev.assay.registry.Secrets;
import dev.assay.registry.Transcript;
import java.util.Map;

/**
 * A scenario's stage, and how the scenario speaks with the registry on it.
 *
 * @param stage the servers
 * @param registry the registry under test
 * @param transcript what was said on it
 * @param provisioner brings about what an experiment needs
 */
record Scene(Stage stage, Registry registry, Transcript transcript, Provisioner provisioner) implements AutoCloseable {

    /** @param alone whether no other scenario runs meanwhile */
    static Scene open(Setting setting, String scenario, boolean alone, Transcript transcript, Secrets secrets) {
        var key = Setting.key(scenario);
        var stage = alone ? setting.stages().openAlone(key) : setting.stages().open(key);
        var constants = Map.of(
                "run", Map.of("id", setting.runId()),
                "issuer", stage.identityProvider().issuer(),
                "forge", Map.of("url", stage.forge().url()));
        var conversation =
                new Conversation(setting.wire(), setting.templates(), stage.registry(), transcript, secrets, constants);
        var registry = new Registry(setting.profile(), conversation, setting.templates(), setting.ledger());
        return new Scene(stage, registry, transcript, provisioner(setting, registry, secrets));
    }

    /** A plan is for whoever enters policies by hand, whatever else could enter them. */
    private static Provisioner provisioner(Setting setting, Registry registry, Secrets secrets) {
        return setting.mode() == Setting.Mode.PLAN
                        || setting.profile().provision().by() == Provisioning.Means.MANUAL
                ? new ProvisioningByHand()
                : new ProvisioningByOperations(registry, secrets);
    }

    @Override
    public void close() {
        stage.close();
    }
}
