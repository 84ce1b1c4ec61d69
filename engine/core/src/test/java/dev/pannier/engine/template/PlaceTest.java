package dev.pannier.engine.template;

import org.junit.jupiter.api.Test;

/** Where an interpolation stands decides how it is written. */
class PlaceTest extends TemplateTesting {

  @Test
  void a_whole_value_keeps_its_type() {
    givenValues("port: 8080\nflag: \"true\"\nnothing: null\nratio: 0.10\nbig: 1000000\nname: web");
    givenTemplate(
        """
        a: {{Values.port}}
        b: {{Values.flag}}
        c: {{Values.nothing}}
        d: {{Values.ratio}}
        e: {{Values.big}}
        f:
          - {{Values.name}}
          - {{Values.port}}
        """);
    thenText(
        """
        a: 8080
        b: "true"
        c: null
        d: 0.10
        e: 1000000
        f:
          - web
          - 8080
        """);
  }

  @Test
  void a_map_or_a_list_becomes_a_block() {
    givenValues("map: {a: 1, b: {c: [x, \"y\"]}}\nlist: [1, {k: v}]\nempty: {}\nnone: []");
    givenTemplate(
        """
        spec:
          map: {{Values.map}}
          list: {{Values.list}}
          empty: {{Values.empty}}
          none: {{Values.none}}
          items:
            - {{Values.map}}
            - name: x
              more: {{Values.map}}
        last: {{Values.list}}
        """);
    thenText(
        """
        spec:
          map:
            a: 1
            b:
              c:
              - x
              - "y"
          list:
          - 1
          - k: v
          empty: {}
          none: []
          items:
            - a: 1
              b:
                c:
                - x
                - "y"
            - name: x
              more:
                a: 1
                b:
                  c:
                  - x
                  - "y"
        last:
        - 1
        - k: v
        """);
  }

  @Test
  void between_brackets_everything_is_flow() {
    givenValues("map: {a: 1}\nname: 'a, b'\nlist: [1, 2]");
    givenTemplate(
        """
        a: [{{Values.name}}, {{Values.map}}]
        b: {x: {{Values.list}}, y: {{Values.name}}}
        c: [
          {{Values.map}}
        ]
        d: [
          {{Values.list}}
        ]
        """);
    thenText(
        """
        a: ['a, b', {a: 1}]
        b: {x: [1, 2], y: 'a, b'}
        c: [
          {a: 1}
        ]
        d: [
          [1, 2]
        ]
        """);
  }

  @Test
  void a_whole_line_writes_entries() {
    givenValues("labels: {app: web, \"on\": x}\nnone: {}\nargs: [a, b]\nempty: []\nnothing: null");
    givenTemplate(
        """
        labels:
          first: 1
          {{Values.labels}}
          {{Values.none}}
          {{Values.nothing}}
        only:
          {{Values.none}}
        two:
          {{Values.none}}
          {{Values.none}}
        args:
          - z
          {{Values.args}}
          {{Values.empty}}
        flat:
        {{Values.args}}
        nolist:
          {{Values.empty}}
        """);
    thenText(
        """
        labels:
          first: 1
          app: web
          "on": x
        only:
          {}
        two:
          {}
        args:
          - z
          - a
          - b
        flat:
        - a
        - b
        nolist:
          []
        """);
  }

  @Test
  void text_around_makes_one_string() {
    givenValues(
        "name: web\nport: 80\nmajor: 1\nodd: \"a: b # c\"\nlines: \"x\\nprivileged: true\"");
    givenTemplate(
        """
        a: {{Values.name}}-svc
        b: {{Values.major}}.10
        c: http://{{Values.name}}:{{Values.port}}/x
        d: {{Values.odd}} more
        e: {{Values.lines}}-x
        {{Values.name}}: key
        {{Values.port}}: key
        {{Values.lines}}: key
        f: {{Values.name}}{{Values.port}}
        """);
    thenText(
        """
        a: web-svc
        b: "1.10"
        c: http://web:80/x
        d: 'a: b # c more'
        e: "x\\nprivileged: true-x"
        web: key
        "80": key
        "x\\nprivileged: true": key
        f: web80
        """);
  }

  @Test
  void in_quotes_values_are_escaped() {
    givenValues("v: \"it's \\\"so\\\"\\n\"\nfive: 5");
    givenTemplate(
        """
        a: "{{Values.v}}!"
        b: '{{Values.v}}!'
        c: '{{Values.five}}'
        d: "port {{Values.five}}"
        """);
    thenText(
        """
        a: "it's \\"so\\"\\n!"
        b: "it's \\"so\\"\\n!"
        c: '5'
        d: "port 5"
        """);
  }

  @Test
  void in_blocks_values_are_indented() {
    givenValues("v: \"one\\n  two\\n\\nthree\"\nblank: \"  x\"\nnul: \"a\\0b\"\nmap: {a: 1}");
    givenTemplate(
        """
        a: |
          first
          {{Values.v}}
        b: |-
          {{Values.v}}
        c: |
          {{Values.blank}}
        d: >-
          {{Values.v}}
        e: |
          x{{Values.nul}}
        f: |
          {{Values.map}}
        # {{Values.v}} and {{Values.nul}}
        """);
    thenText(
        """
        a: |
          first
          one
            two

          three
        b: |-
          one
            two

          three
        c: "  x\\n"
        d: "one\\n  two\\n\\nthree"
        e: "xa\\0b\\n"
        f: |
          a: 1
        # one   two  three and a b
        """);
  }

  @Test
  void several_lines_as_a_value_become_a_literal() {
    givenValues("v: \"one\\ntwo\\n\"\nw: \"\\n one\"");
    givenTemplate(
        """
        a: {{Values.v}}
        b:
          - {{Values.v}}
          - {{Values.w}}
          - {{Values.v}} # why
        """);
    thenYaml(
        """
        a: "one\\ntwo\\n"
        b: ["one\\ntwo\\n", "\\n one", "one\\ntwo\\n"]
        """);
  }

  @Test
  void blanks_behind_a_value_do_not_join_its_last_line() {
    givenValues("v: \"one\\ntwo\"\nmap: {a: \"one\\ntwo\"}");
    givenTemplate("a: {{Values.v}}  \nb: {{Values.map}}  \nc:\n  {{Values.map}}  \n");
    thenYaml("a: \"one\\ntwo\"\nb: {a: \"one\\ntwo\"}\nc: {a: \"one\\ntwo\"}\n");
  }

  @Test
  void a_number_too_large_for_any_reader_is_quoted() {
    givenValues("v: \"1e99999\"");
    givenTemplate("a: {{Values.v}}\n");
    thenText("a: \"1e99999\"\n");
  }

  @Test
  void a_long_key_between_brackets_is_marked_as_one() {
    String key = "k".repeat(1100);
    givenValues("map: {" + "? " + key + " : 1}");
    givenTemplate("a: [{{Values.map}}]\n");
    thenText("a: [{? " + key + " : 1}]\n");
  }

  @Test
  void a_key_that_no_line_can_hold_is_named_as_such() {
    givenValues("v: " + "k".repeat(1100));
    givenTemplate("a: {\"{{Values.v}}\": 1}\n");
    thenFails(
        """
        templates/thing.yaml.hbs:5:8: This key is longer than 1000 characters.
          values.yaml:1:4: the value is set here
          YAML has no longer keys on one line; shorten the value.
        """);
  }
}
