package dev.pannier.engine;

import dev.pannier.engine.deploy.Plan;
import dev.pannier.engine.deploy.SavedPlan;

/**
 * What a request would come to.
 *
 * @param plan what would become of each object
 * @param result the revision as it would be, and what is likely not as meant
 * @param saved all that it takes to carry the plan out later
 */
public record Preview(Plan plan, DeployResult result, SavedPlan saved) {}
