package dev.pannier.engine.deploy.sandbox;

import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.util.List;
import java.util.Map;

/** Runs the pods of jobs. A pod that fails ends its job at once: the tag would fail every retry. */
final class JobController implements Controllers.Controller {

  @Override
  public void advance(World world) {
    for (MapNode job : world.all("Job")) {
      if (!job.map("status").has("completionTime") && !hasFailed(job)) {
        run(world, job);
      }
    }
  }

  private static boolean hasFailed(MapNode job) {
    return Tree.count(job.map("status"), "failed", 0) > 0;
  }

  private static void run(World world, MapNode job) {
    MapNode spec = job.map("spec");
    boolean suspended = Node.of(true).equals(spec.get("suspend"));
    int completions = Tree.count(spec, "completions", 1);
    List<MapNode> pods = world.owned("Pod", job);
    for (int i = pods.size(); i < completions && !suspended; i++) {
      Pods.create(
          world,
          job,
          World.name(job) + "-" + Pods.suffix(world),
          spec.map("template"),
          Map.of("batch.kubernetes.io/job-name", World.name(job), "job-name", World.name(job)));
    }
    status(world, job, world.owned("Pod", job), completions, suspended);
  }

  private static void status(
      World world, MapNode job, List<MapNode> pods, int completions, boolean suspended) {
    long succeeded = pods.stream().filter(pod -> Pods.phase(pod).equals("Succeeded")).count();
    long failed = pods.stream().filter(JobController::isLost).count();
    MapNode status =
        Tree.map(
            "startTime",
            job.map("status").text("startTime").orElse(world.now().toString()),
            "active",
            pods.size() - succeeded - failed,
            "succeeded",
            succeeded);
    if (suspended) {
      status =
          with(
              status.without("startTime"),
              job,
              world,
              "Suspended",
              "JobSuspended",
              "Job is suspended.");
    } else if (failed > 0) {
      status =
          with(
              status.with("failed", Node.of(failed)),
              job,
              world,
              "Failed",
              "BackoffLimitExceeded",
              "Job has reached the specified backoff limit.");
    } else if (succeeded >= completions) {
      status =
          with(
              status.with("completionTime", Node.of(world.now().toString())),
              job,
              world,
              "Complete",
              "CompletionsReached",
              "Reached expected number of succeeded pods.");
    }
    world.status(job, status);
  }

  private static boolean isLost(MapNode pod) {
    return Pods.phase(pod).equals("Failed") || PodStory.restarts(pod) > 1;
  }

  private static MapNode with(
      MapNode status, MapNode job, World world, String type, String reason, String message) {
    MapNode condition = Conditions.of(job, world.now(), type, true, reason, message);
    return status.with("conditions", Tree.list(List.of(condition)));
  }
}
