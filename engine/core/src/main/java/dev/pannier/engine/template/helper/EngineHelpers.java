package dev.pannier.engine.template.helper;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is told of the helpers that belong to the engine: blocks, and those that need the chart, the
 * release or the cluster. They work elsewhere; an example of each is rendered by a test.
 */
public final class EngineHelpers {

  /** Their names, in the order in which the documentation tells them. */
  public static final List<String> NAMES =
      List.of(
          "if",
          "unless",
          "each",
          "with",
          "include",
          "tpl",
          "generated",
          "lookup",
          "Capabilities.APIVersions.Has",
          "Files.Get",
          "Files.GetBytes",
          "Files.Lines",
          "Files.Glob",
          "Files.AsConfig",
          "Files.AsSecrets");

  private static final String BLOCKS = "Blocks";
  private static final String TEMPLATES = "Templates and the release";
  private static final String FILES = "Files of the chart";
  private static final String NO_FILE = "A file that is not there is an error; Helm gives nothing.";
  private static final String DATA =
      "It gives a map, which stands at the right column by itself; Helm gives a text to indent.";

  private EngineHelpers() {}

  /** The page of a name. */
  public static Optional<HelperPage> find(String name) {
    return Optional.ofNullable(
        switch (name) {
          case "if" ->
              block(
                  name,
                  "if value … else …",
                  "Writes the one or the other, by whether a value is there and neither null,"
                      + " false, 0, nor empty.",
                  "{{#if Values.tls}}https{{else}}http{{/if}}",
                  "https");
          case "unless" ->
              block(
                  name,
                  "unless value …",
                  "The opposite of if.",
                  "{{#unless Values.tls}}http{{else}}https{{/unless}}",
                  "https");
          case "each" ->
              block(
                  name,
                  "each list [as |item place|] … else …",
                  "Writes once for each item of a list or entry of a map: @index, @key, @first and"
                      + " @last tell where; else where there is none.",
                  "{{#each Values.ports}}{{@key}}={{this}} {{/each}}",
                  "http=80 https=443");
          case "with" ->
              block(
                  name,
                  "with value [as |name|] … else …",
                  "Writes with a value as the context, where there is one.",
                  "{{#with Values.ports}}{{http}}{{/with}}",
                  "80");
          default -> render(name);
        });
  }

  private static @Nullable HelperPage render(String name) {
    return switch (name) {
      case "include" ->
          page(
              TEMPLATES,
              "include name [context]",
              "What a partial writes, as a text that other helpers take. In a manifest,"
                  + " {{> name context}} does the same and is indented by itself.",
              "{{upper (include 'greeting' Values)}}",
              "HELLO WEB",
              "");
      case "tpl" ->
          page(
              TEMPLATES,
              "tpl text [context]",
              "What a text writes that is a template itself, such as one of the values.",
              "{{tpl Values.host}}",
              "web.example.org",
              "The text is a template of Handlebars; in Helm it is one of Go's.");
      case "generated" ->
          page(
              TEMPLATES,
              "generated key value",
              "A value that is made at the first install and kept in the release's record: an"
                  + " upgrade writes the same again.",
              "{{len (generated 'password' (randAlphaNum 32))}}",
              "32",
              "Helm has no such function.");
      case "lookup" ->
          page(
              TEMPLATES,
              "lookup apiVersion kind namespace name",
              "An object of the cluster as a map, or the list of them where the name is empty."
                  + " Without a cluster, or where there is none, an empty map. With two arguments"
                  + " the value of a list or map at a place.",
              "{{lookup 'v1' 'Secret' 'default' 'web'}}",
              "{}",
              "");
      case "Capabilities.APIVersions.Has" ->
          page(
              TEMPLATES,
              "Capabilities.APIVersions.Has version",
              "Whether the cluster knows an API version.",
              "{{Capabilities.APIVersions.Has 'apps/v1'}}",
              "true",
              "");
      default -> file(name);
    };
  }

  private static @Nullable HelperPage file(String name) {
    return switch (name) {
      case "Files.Get" ->
          page(
              FILES,
              "Files.Get path",
              "The text of a file of the chart.",
              "{{Files.Get 'conf/a.txt'}}",
              "one\ntwo\n",
              NO_FILE);
      case "Files.GetBytes" ->
          page(
              FILES,
              "Files.GetBytes path",
              "The bytes of a file in base 64, as binaryData has them.",
              "{{Files.GetBytes 'conf/a.txt'}}",
              "b25lCnR3bwo=",
              NO_FILE + " Bytes are a text in base 64; in Helm only its JSON is.");
      case "Files.Lines" ->
          page(
              FILES,
              "Files.Lines path",
              "The lines of a file as a list.",
              "{{Files.Lines 'conf/a.txt'}}",
              "[one, two]",
              NO_FILE);
      case "Files.Glob" ->
          page(
              FILES,
              "Files.Glob pattern",
              "The files whose path fits a pattern, as a map of path and text: * stays in a folder,"
                  + " ** does not.",
              "{{keys (Files.Glob 'conf/*')}}",
              "[conf/a.txt]",
              "");
      case "Files.AsConfig" ->
          page(
              FILES,
              "Files.AsConfig pattern",
              "The files of a pattern or of Files.Glob as a map of name and text, for the data of a"
                  + " ConfigMap.",
              "{{Files.AsConfig 'conf/*'}}",
              "{a.txt: \"one\\ntwo\\n\"}",
              DATA);
      case "Files.AsSecrets" ->
          page(
              FILES,
              "Files.AsSecrets pattern",
              "The same in base 64, for the data of a Secret.",
              "{{Files.AsSecrets (Files.Glob 'conf/*')}}",
              "{a.txt: b25lCnR3bwo=}",
              DATA);
      default -> null;
    };
  }

  private static HelperPage block(
      String name, String signature, String summary, String example, String result) {
    return new HelperPage(name, BLOCKS, signature, summary, example, result, "");
  }

  private static HelperPage page(
      String group,
      String signature,
      String summary,
      String example,
      String result,
      String difference) {
    String name = signature.substring(0, signature.indexOf(' '));
    return new HelperPage(name, group, signature, summary, example, result, difference);
  }
}
