package dev.pannier.engine.template;

import org.junit.jupiter.api.Test;

/** The language: blocks, names, partials, white space. */
class HandlebarsTest extends TemplateTesting {

  @Test
  void blocks_choose_and_repeat() {
    givenValues("yep: true\nnope: false\nnone: {}\nlist: [a, b]\nmap: {k: 1, l: 2}\nzero: 0");
    givenTemplate(
        """
        {{#if Values.yep}}
        a: 1
        {{else}}
        a: 2
        {{/if}}
        {{#if Values.none}}
        b: 1
        {{else if Values.nope}}
        b: 2
        {{else if Values.zero}}
        b: 3
        {{else}}
        b: 4
        {{/if}}
        {{#unless Values.nope}}
        c: 1
        {{/unless}}
        {{#if Values.absent.deep}}x: 1{{/if}}
        d:
          {{#each Values.list}}
          - {{@index}} {{this}} {{@first}} {{@last}}
          {{/each}}
        e:
          {{#each Values.map as |value key|}}
          {{key}}: {{value}}{{@key}}
          {{/each}}
        {{#each Values.none}}
        f: 1
        {{else}}
        f: none
        {{/each}}
        {{#with Values.map as |m|}}
        g: {{k}} {{m.l}} {{@root.Release.Name}} {{../Values.yep}}
        {{/with}}
        """);
    thenText(
        """
        a: 1
        b: 4
        c: 1

        d:
          - 0 a true false
          - 1 b false true
        e:
          k: 1k
          l: 2l
        f: none
        g: 1 2 demo true
        """);
  }

  @Test
  void names_mean_maps_and_lists_and_nothing_else() {
    givenValues(
        "list: [{key: K, root: R, index: I}]\nmap: {size: 3, class: c, 'my key': m, 日本: j}");
    givenTemplate(
        """
        a: {{Values.list.[0].key}} {{Values.list.0.root}}
        {{#each Values.list}}
        b: {{@key}}{{@index}} {{key}} {{index}} {{@root.Release.Name}} {{this.root}} {{./root}}
        {{/each}}
        c: {{Values.map.size}} {{Values.map.class}} {{Values.map.[my key]}} {{Values.map.[日本]}}
        {{#with Values.map}}
        d: {{size}}
        {{> show @root.Values.list.[0]}}
        {{/with}}
        """);
    givenFile("_show.hbs", "e: {{key}}{{default \"-\" size}}\n");
    thenText(
        """
        a: K R
        b: 00 K I demo R R
        c: 3 c m j
        d: 3
        e: K-
        """);
  }

  @Test
  void partials_are_indented_wherever_they_come_from() {
    givenFile(
        "_parts.hbs",
        """
        {{#*inline "labels"}}
        app: {{Release.Name}}
        {{> more}}
        {{/inline}}
        """);
    givenFile("_more.hbs", "text: |\n  one\n  {{{Values.lines}}}\nlast: 1");
    givenFile("_layout.hbs", "box:\n  {{> @partial-block}}\nend: 1\n");
    givenValues("lines: \"x\\n  y\"");
    givenTemplate(
        """
        a:
          {{> labels}}
        b:
          c:
            {{> labels}}
            {{#> layout}}
            in: {{Release.Name}}
            {{/layout}}
        d: 1
        """);
    thenText(
        """
        a:
          app: demo
          text: |
            one
            x
            y
          last: 1
        b:
          c:
            app: demo
            text: |
              one
              x
              y
            last: 1
            box:
                  in: demo
            end: 1
        d: 1
        """);
  }

  @Test
  void partials_take_contexts_and_arguments() {
    givenFile(
        "_port.hbs",
        "- name: {{name}}\n  port: {{default 80 port}}\n  on: {{@root.Release.Name}}\n");
    givenValues("ports: [{name: a, port: 1}, {name: b}]\nwhich: port");
    givenTemplate(
        """
        ports:
          {{#each Values.ports}}
          {{> port}}
          {{/each}}
          {{#each Values.ports as |p|}}
          {{> (lookup Values2 "x") p port=9}}
          {{/each}}
        """
            .replace("(lookup Values2 \"x\")", "(lookup @root.Values \"which\")"));
    thenYaml(
        """
        ports:
          - {name: a, port: 1, on: demo}
          - {name: b, port: 80, on: demo}
          - {name: a, port: 9, on: demo}
          - {name: b, port: 9, on: demo}
        """);
  }

  @Test
  void inline_partials_of_a_template_are_known_before_they_stand() {
    givenTemplate(
        """
        a: {{> x}}
        {{#*inline "x"}}one{{/inline}}

        {{#> layout}}
        {{#*inline "x"}}two{{/inline}}
        {{/layout}}
        b: {{> x}}
        """);
    givenFile("_layout.hbs", "c: {{> x}}\n");
    thenText("a: one\n\n\nc: two\nb: one\n");
  }

  @Test
  void a_partial_that_calls_itself_may_end() {
    givenFile("_tree.hbs", "name: {{name}}\n{{#if child}}\nchild:\n  {{> tree child}}\n{{/if}}\n");
    givenValues("t: {name: a, child: {name: b, child: {name: c}}}");
    givenTemplate("{{> tree Values.t}}\n");
    thenText("name: a\nchild:\n  name: b\n  child:\n    name: c\n");
  }

  @Test
  void white_space_comments_escapes_and_raw_blocks() {
    givenValues("x: 1");
    givenTemplate(
        """
        {{!-- a comment
           of two lines }} --}}
        a: [
        {{~ Values.x ~}}
        ]
        b: '\\{{x}} and \\\\{{Values.x}}'
        {{! gone }}
        {{{{raw}}}}
        c: '{{ $labels.pod }} {not}'
        {{{{/raw}}}}
        {{=<% %>=}}
        d: <% Values.x %> {{x}}
        """);
    thenText(
        """
        a: [1]
        b: '{{x}} and \\1'
        c: '{{ $labels.pod }} {not}'
        d: 1 {{x}}
        """);
  }

  @Test
  void a_helper_may_begin_with_what_a_partial_writes() {
    givenFile("_name.hbs", "{{Release.Name}}");
    givenTemplate(
        """
        a: {{default (include "name" this) ""}}
        b: {{upper (tpl "{{Release.Name}}" this)}}
        {{#if (include "name" this)}}
        c: {{printf "%s-%s" (include "name" this) (include "name" this)}}
        {{/if}}
        """);
    thenText("a: demo\nb: DEMO\nc: demo-demo\n");
  }

  @Test
  void what_objects_of_the_root_can_do_is_known_under_root_too() {
    givenChartFile("a.conf", "x");
    givenTemplate(
        """
        {{#each (list 1) as |n|}}
        a: {{@root.Files.Get "a.conf"}}
        b: {{Files.Get "a.conf"}}
        {{/each}}
        """);
    thenText("a: x\nb: x\n");
  }

  @Test
  void include_and_tpl_give_text() {
    givenFile(
        "_names.hbs",
        """
        {{#*inline "full"}}
        {{Release.Name}}-{{default "x" Values.name}}
        {{~/inline}}
        """);
    givenValues("name: web\nt: \"{{Release.Name}}: {{upper Values.name}} {{> full}}\"\nplain: p");
    givenTemplate(
        """
        a: {{include "full"}}
        b: {{upper (include "full" this)}}
        c: {{tpl Values.t this}}
        d: {{tpl Values.plain}}
        """);
    thenText("a: demo-web\nb: DEMO-WEB\nc: 'demo: WEB demo-web'\nd: p\n");
  }

  @Test
  void a_value_may_have_the_name_of_a_helper() {
    givenValues("s: {min: 1, max: 2, list: [a], name: nn, with: w, log: l}");
    givenTemplate(
        "{{#with Values.s}}\na: {{min}}-{{max}} {{name}} {{log}} {{this.with}}\n{{/with}}\n");
    thenText("a: 1-2 nn l w\n");
  }

  @Test
  void notes_are_plain_text() {
    givenFile("NOTES.txt.hbs", "Hi {{Release.Name}}:\n  {{Values.x}}\n{{Values.m}}\n");
    givenValues("x: \"a: b\\n{c}\"\nm: {a: 1}");
    givenTemplate("a: 1\n");
    thenNotes("Hi demo:\n  a: b\n{c}\n{a: 1}\n");
  }
}
