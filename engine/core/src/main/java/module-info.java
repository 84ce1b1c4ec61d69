/**
 * Charts, values, templates, releases and deploying, without a cluster client.
 *
 * <p>What is exported is what users may build on; {@code template} and {@code overlay} stay inside,
 * so that no type of a template language or of Kustomize shows in a signature.
 */
module dev.pannier.engine {
  exports dev.pannier.engine;
  exports dev.pannier.engine.authoring;
  exports dev.pannier.engine.chart;
  exports dev.pannier.engine.deploy;
  exports dev.pannier.engine.deploy.readiness;
  exports dev.pannier.engine.lint;
  exports dev.pannier.engine.manifest;
  exports dev.pannier.engine.manifest.kind;
  exports dev.pannier.engine.problem;
  exports dev.pannier.engine.release;
  exports dev.pannier.engine.unit;
  exports dev.pannier.engine.unit.property;
  exports dev.pannier.engine.values;
  exports dev.pannier.engine.yaml;
  exports dev.pannier.engine.yaml.path;

  requires static transitive org.jspecify;
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires com.fasterxml.jackson.dataformat.toml;
  requires com.github.jknack.handlebars;
  requires com.networknt.schema;
  requires java.net.http;
  requires org.apache.commons.compress;
  requires org.bouncycastle.pkix;
  requires org.bouncycastle.provider;
  requires org.yaml.snakeyaml;
}
