package dev.pannier.engine.template.helper;

import static dev.pannier.engine.template.helper.HelperGroup.PATHS;

import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.TextNode;

/**
 * Go's package path, and URLs taken apart and put together. Names with os are the same here: a
 * chart renders alike on any machine.
 */
final class PathHelpers {

  private PathHelpers() {}

  static HelperSpec spec(String name) {
    return switch (name) {
      case "base", "osBase" ->
          HelperSpec.of(
              PATHS,
              name,
              "path",
              "The last part of a path.",
              "'/etc/app/web.conf'",
              "web.conf",
              call -> TextNode.of(SlashPath.base(call.text(0))));
      case "dir", "osDir" ->
          HelperSpec.of(
              PATHS,
              name,
              "path",
              "A path without its last part.",
              "'/etc/app/web.conf'",
              "/etc/app",
              call -> TextNode.of(SlashPath.dir(call.text(0))));
      case "ext", "osExt" ->
          HelperSpec.of(
              PATHS,
              name,
              "path",
              "The ending of a path, with its dot.",
              "'web.tar.gz'",
              ".gz",
              call -> TextNode.of(SlashPath.ext(call.text(0))));
      case "clean", "osClean" ->
          HelperSpec.of(
              PATHS,
              name,
              "path",
              "A path in its shortest form.",
              "'a//b/../c/.'",
              "a/c",
              call -> TextNode.of(SlashPath.clean(call.text(0))));
      case "isAbs", "osIsAbs" ->
          HelperSpec.of(
              PATHS,
              name,
              "path",
              "Whether a path begins at the root.",
              "'/etc'",
              "true",
              call -> BoolNode.of(call.text(0).startsWith("/")));
      case "urlParse" ->
          HelperSpec.of(
              PATHS,
              name,
              "text",
              "The parts of a URL as a map: scheme, userinfo, host, hostname, path, query,"
                  + " fragment, opaque.",
              "{{get (urlParse 'https://example.org:8443/a?b=c') 'host'}}",
              "example.org:8443",
              call -> Url.parse(call.text(0)).toMap());
      case "urlJoin" ->
          HelperSpec.of(
              PATHS,
              name,
              "map",
              "The URL of the parts that urlParse gives.",
              "(dict 'scheme' 'https' 'host' 'example.org' 'path' '/a')",
              "https://example.org/a",
              call -> TextNode.of(Url.of(call.map(0)).text()));
      case "getHostByName" ->
          HelperSpec.of(
              PATHS,
              name,
              "host",
              "The empty text, as in Helm without --enable-dns: a render asks no network.",
              "'example.org'",
              "",
              call -> {
                call.text(0);
                return TextNode.of("");
              });
      default -> throw new IllegalStateException("no helper of paths and URLs: " + name);
    };
  }
}
