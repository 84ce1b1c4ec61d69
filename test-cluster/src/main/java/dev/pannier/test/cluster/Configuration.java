package dev.pannier.test.cluster;

import dev.pannier.test.cluster.Moment.News;
import dev.pannier.test.cluster.Moment.Waiting;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ConfigMaps and Secrets without which a pod's containers cannot be made. */
final class Configuration {

  /** A container that cannot be made yet. */
  record Lack(String container, Moment moment) {}

  private final KubernetesClient client;
  private final Pod pod;

  Configuration(KubernetesClient client, Pod pod) {
    this.client = client;
    this.pod = pod;
  }

  Optional<Lack> lack() {
    List<Container> all = new ArrayList<>(pod.getSpec().getInitContainers());
    all.addAll(pod.getSpec().getContainers());
    for (Volume volume : pod.getSpec().getVolumes()) {
      Optional<String> absent = absent(volume);
      if (absent.isPresent()) {
        String message =
            "MountVolume.SetUp failed for volume \"" + volume.getName() + "\" : " + absent.get();
        Waiting waiting = new Waiting("ContainerCreating", "");
        return Optional.of(lack(all.getFirst(), waiting, new News(true, "FailedMount", message)));
      }
    }
    for (Container container : all) {
      Optional<String> absent = absent(container);
      if (absent.isPresent()) {
        return Optional.of(
            lack(
                container,
                new Waiting("CreateContainerConfigError", absent.get()),
                new News(true, "Failed", "Error: " + absent.get())));
      }
    }
    return Optional.empty();
  }

  private static Lack lack(Container container, Waiting waiting, News news) {
    return new Lack(
        container.getName(), new Moment(Duration.ZERO, waiting, 0, null, Optional.of(news)));
  }

  private Optional<String> absent(Volume volume) {
    if (volume.getConfigMap() != null) {
      return configMap(volume.getConfigMap().getName(), volume.getConfigMap().getOptional());
    }
    if (volume.getSecret() != null) {
      return secret(volume.getSecret().getSecretName(), volume.getSecret().getOptional());
    }
    return Optional.empty();
  }

  private Optional<String> absent(Container container) {
    for (EnvFromSource source : container.getEnvFrom()) {
      Optional<String> absent = Optional.empty();
      if (source.getConfigMapRef() != null) {
        absent =
            configMap(source.getConfigMapRef().getName(), source.getConfigMapRef().getOptional());
      } else if (source.getSecretRef() != null) {
        absent = secret(source.getSecretRef().getName(), source.getSecretRef().getOptional());
      }
      if (absent.isPresent()) {
        return absent;
      }
    }
    for (EnvVar variable : container.getEnv()) {
      Optional<String> absent = Optional.ofNullable(variable.getValueFrom()).flatMap(this::absent);
      if (absent.isPresent()) {
        return absent;
      }
    }
    return Optional.empty();
  }

  private Optional<String> absent(EnvVarSource source) {
    if (source.getConfigMapKeyRef() != null) {
      return configMap(
          source.getConfigMapKeyRef().getName(), source.getConfigMapKeyRef().getOptional());
    }
    if (source.getSecretKeyRef() != null) {
      return secret(source.getSecretKeyRef().getName(), source.getSecretKeyRef().getOptional());
    }
    return Optional.empty();
  }

  private Optional<String> configMap(String name, @Nullable Boolean optional) {
    return absent(
        "configmap", name, optional, client.configMaps().inNamespace(space()).withName(name));
  }

  private Optional<String> secret(String name, @Nullable Boolean optional) {
    return absent("secret", name, optional, client.secrets().inNamespace(space()).withName(name));
  }

  private static Optional<String> absent(
      String kind,
      String name,
      @Nullable Boolean optional,
      Resource<? extends HasMetadata> object) {
    return Boolean.TRUE.equals(optional) || object.get() != null
        ? Optional.empty()
        : Optional.of(kind + " \"" + name + "\" not found");
  }

  private String space() {
    return pod.getMetadata().getNamespace();
  }
}
