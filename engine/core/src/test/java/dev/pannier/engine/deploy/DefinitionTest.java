package dev.pannier.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pannier.engine.manifest.Capabilities;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.release.RevisionDraft;
import dev.pannier.engine.yaml.MapNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionTest {
  private static final String DEFINITION =
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: backups.example.com}
      spec:
        group: example.com
        scope: Namespaced
        names: {kind: Backup, plural: backups}
        versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  spec:
                    type: object
                    properties:
                      schedule: {type: string, maxLength: 100}
                      mode: {type: string, enum: [Full, Partial]}
                      keep: {type: integer}
      """;

  private static final String CLAIM =
      """
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata: {name: data}
      spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
      ---
      """;

  @TempDir Path folder;
  Rig rig;

  @BeforeEach
  void setUp() {
    rig = new Rig(folder);
  }

  private static RevisionDraft with(String definition) {
    return Drafts.with(Drafts.web("v1"), List.of(), Drafts.resources(definition));
  }

  private MapNode live() {
    return rig.cluster
        .list("apiextensions.k8s.io/v1", "CustomResourceDefinition", "", Map.of())
        .getFirst();
  }

  @Test
  void an_upgrade_brings_what_it_adds_and_an_uninstall_leaves_all() {
    rig.install(with(DEFINITION));
    rig.upgrade(with(DEFINITION + "                comment: {type: string}\n"));
    rig.run(Rig.options().build(), ReleaseSession::uninstall);

    assertThat(live().toString()).contains("comment");
  }

  @Test
  void an_install_leaves_a_definition_that_is_there_as_it_is() {
    rig.install(with(DEFINITION));
    rig.run(Rig.options().build(), ReleaseSession::uninstall);

    rig.install(with(DEFINITION.replace("Namespaced", "Cluster")));

    assertThat(live().map("spec").text("scope")).hasValue("Namespaced");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "scope: Namespaced|scope: Cluster|The scope changes from Namespaced to Cluster.",
        "served: true|served: false|Version `v1` is not served any more.",
        "name: v1|name: v2|Version `v1` is not served any more.",
        "keep: {type: integer}|kept: {type: integer}|field `spec.keep` goes",
        "keep: {type: integer}|keep: {type: string}|changes from integer to string",
        "maxLength: 100|maxLength: 10|has a tighter limit: `maxLength` is 10",
        "'enum: [Full, Partial]'|enum: [Full]|may no longer be `Partial`",
        "keep: {type: integer}|'keep: {type: integer, minimum: 1}'|has a tighter limit: `minimum`"
      })
  void a_change_that_may_harm_resources_is_refused_at_its_line(
      String from, String to, String message) {
    rig.install(with(DEFINITION));
    String changed = DEFINITION.replace(from, to);

    assertThatThrownBy(() -> rig.upgrade(with(changed)))
        .isInstanceOfSatisfying(
            ChartException.class,
            e -> {
              assertThat(e.problems()).allMatch(each -> each.code().equals("deploy.unsafe-crd"));
              assertThat(e.problems()).allMatch(each -> each.location().isKnown());
            })
        .hasMessageContaining(message);

    assertThat(rig.story()).containsExactly("1 deployed");
    if (message.startsWith("The scope")) {
      return; // no server takes that
    }
    rig.run(
        Rig.options().unsafeCrds(true).build(), session -> session.upgrade(with(changed)));
    assertThat(rig.story()).containsExactly("1 superseded", "2 deployed");
  }

  @Test
  void what_was_of_a_kind_that_is_served_no_more_counts_as_gone_and_that_is_told() {
    String backup = "apiVersion: example.com/v1\nkind: Backup\nmetadata: {name: nightly}\n---\n";
    String web = Drafts.WEB.replace("TAG", "v1").replace("COLOR", "red");
    rig.install(
        Drafts.with(
            Drafts.of(backup + web), List.of(), Drafts.resources(DEFINITION)));
    ResourceId definition =
        new ResourceId(
            "apiextensions.k8s.io/v1", "CustomResourceDefinition", "", "backups.example.com");
    rig.cluster.delete(
        definition,
        live().map("metadata").text("uid").orElseThrow(),
        Cluster.Propagation.BACKGROUND);

    rig.upgrade(Drafts.web("v1"));

    assertThat(rig.events(DeployEvent.KindGone.class))
        .extracting(each -> each.id().toString())
        .containsExactly("Backup/nightly");
    assertThat(rig.story()).containsExactly("1 superseded", "2 deployed");
  }

  @Test
  void an_object_is_found_under_the_version_and_group_in_which_its_kind_is_served_now() {
    ServedKinds kinds =
        new ServedKinds(
            new Capabilities(
                "v1.36.0",
                Set.of("v1", "v1/Event", "apps/v1/Deployment", "networking.k8s.io/v1/Ingress")));

    assertThat(
            kinds.successor(new ResourceId("extensions/v1beta1", "Ingress", "shop", "web")))
        .contains(new ResourceId("networking.k8s.io/v1", "Ingress", "shop", "web"));
    assertThat(kinds.successor(new ResourceId("apps/v1beta1", "Deployment", "shop", "web")))
        .contains(new ResourceId("apps/v1", "Deployment", "shop", "web"));
    assertThat(kinds.successor(new ResourceId("events.k8s.io/v1beta1", "Event", "shop", "e")))
        .isEmpty();
    assertThat(
            kinds.successor(new ResourceId("policy/v1beta1", "PodSecurityPolicy", "", "strict")))
        .isEmpty();
  }

  @Test
  void what_holds_data_outlives_an_upgrade_that_does_not_want_it_unless_asked() {
    rig.install(Drafts.of(CLAIM + Drafts.WEB.replace("TAG", "v1").replace("COLOR", "red")));
    rig.upgrade(Drafts.web("v1"));

    assertThat(rig.object("v1", "PersistentVolumeClaim", "data")).isPresent();
    assertThat(rig.events(DeployEvent.Kept.class).getLast().reason()).contains("--prune-data");
  }

  @Test
  void asked_for_it_goes_and_so_it_does_with_the_release() {
    String with = CLAIM + Drafts.WEB.replace("TAG", "v1").replace("COLOR", "red");
    rig.install(Drafts.of(with));
    rig.run(
        Rig.options().pruneData(true).build(), session -> session.upgrade(Drafts.web("v1")));
    assertThat(rig.object("v1", "PersistentVolumeClaim", "data")).isEmpty();

    rig.upgrade(Drafts.of(with));
    rig.run(Rig.options().build(), ReleaseSession::uninstall);
    assertThat(rig.object("v1", "PersistentVolumeClaim", "data")).isEmpty();
  }

  @Test
  void what_only_a_failed_upgrade_made_goes_with_the_way_back() {
    rig.install(Drafts.web("v1"));

    assertThatThrownBy(() ->
            rig.run(
                Rig.options().atomic(true).build(),
                session ->
                    session.upgrade(
                        Drafts.of(
                            CLAIM
                                + Drafts.WEB.replace("TAG", "crash").replace("COLOR", "red")))))
        .isInstanceOf(ChartException.class);

    assertThat(rig.object("v1", "PersistentVolumeClaim", "data")).isEmpty();
    assertThat(rig.story()).containsExactly("1 superseded", "2 failed", "3 deployed");
  }
}
