package dev.pannier.engine.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Source;
import dev.pannier.test.Goldens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people read who set values wrongly. */
class FlagProblemsTest {

  private static final Goldens GOLDENS = Goldens.in("values/flags");

  @Test
  void each_broken_flag_is_told_with_its_place_and_a_way_out() {
    StringBuilder text = new StringBuilder();
    List<ValuesFlag> flags =
        List.of(
            new ValuesFlag.Set("name"),
            new ValuesFlag.Set("hosts=a.example,b.example"),
            new ValuesFlag.Set("a=1,,b=2"),
            new ValuesFlag.Set("a,b=2"),
            new ValuesFlag.Set("a.=x"),
            new ValuesFlag.Set("a..b=x"),
            new ValuesFlag.Set("a."),
            new ValuesFlag.Set("=x"),
            new ValuesFlag.Set("[0]=x"),
            new ValuesFlag.Set("list[x]=1"),
            new ValuesFlag.Set("list[]=1"),
            new ValuesFlag.Set("list[-30].a=1"),
            new ValuesFlag.Set("list[70000]=1"),
            new ValuesFlag.Set("list[0"),
            new ValuesFlag.Set("list[0]name.a=1"),
            new ValuesFlag.Set("list={a,b"),
            new ValuesFlag.Set("]={}]."),
            new ValuesFlag.Set("a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r.s.t.u.v.w.x.y.z.a.b.c.d.e.f=1"),
            new ValuesFlag.SetString("a=1\n2,b"),
            new ValuesFlag.SetLiteral("a[0]x=1"),
            new ValuesFlag.SetJson("a=text"),
            new ValuesFlag.SetJson("a={\"b\":1,}"),
            new ValuesFlag.SetJson("{\"a\":1} {\"b\":2}"),
            new ValuesFlag.SetJson("{\"a\":1"),
            new ValuesFlag.SetFile("a=,b=x"));
    for (ValuesFlag flag : flags) {
      text.append(ProblemText.of(problems(List.of(flag), Map.of()))).append('\n');
    }
    GOLDENS.check("syntax.txt", text.toString());
  }

  @Test
  void a_value_that_stands_in_the_way_is_shown_with_its_place() {
    String file = "image: nginx\nports: [80]\nresources:\nreplicas: 2\n";
    List<String> expressions =
        List.of("image.tag=1", "ports.http=80", "resources.limits.cpu=1", "replicas[0]=1");
    StringBuilder text = new StringBuilder();
    for (String expression : expressions) {
      var flags = List.of(new ValuesFlag.File("my.yaml"), new ValuesFlag.Set(expression));
      text.append(ProblemText.of(problems(flags, Map.of("my.yaml", file)))).append('\n');
    }
    GOLDENS.check("types.txt", text.toString());
  }

  @Test
  void a_values_file_must_hold_maps() {
    Map<String, String> files =
        Map.of(
            "list.yaml", "# values\n- a\n- b\n",
            "text.yaml", "just text\n",
            "second.yaml", "a: 1\n---\n[1]\n",
            "broken.yaml", "a: 1\n b: 2\n",
            "twice.yaml", "a: 1\na: 2\n");
    StringBuilder text = new StringBuilder();
    for (String name : List.of("list", "text", "second", "broken", "twice")) {
      List<ValuesFlag> flags = List.of(new ValuesFlag.File(name + ".yaml"));
      text.append(ProblemText.of(problems(flags, files))).append('\n');
    }
    GOLDENS.check("files.txt", text.toString());
  }

  @Test
  void all_flags_that_are_wrong_are_told_together() {
    var flags =
        List.of(
            new ValuesFlag.Set("a"),
            new ValuesFlag.Set("b=1"),
            new ValuesFlag.File("list.yaml"),
            new ValuesFlag.SetJson("c=x"));
    assertThat(problems(flags, Map.of("list.yaml", "[1]")))
        .extracting(Problem::code)
        .containsExactly("values.not-a-map", "json.syntax", "values.flag-syntax");
  }

  @Test
  void a_file_that_cannot_be_read_keeps_its_own_problem() {
    ChartException refused = Problem.error("file.missing", "There is no file `x`.").exception();
    ChartException thrown =
        catchThrowableOfType(
            ChartException.class,
            () ->
                UserValues.read(
                    List.of(new ValuesFlag.SetFile("a=x")),
                    _ -> {
                      throw refused;
                    }));
    assertThat(thrown).isSameAs(refused);
  }

  private static List<Problem> problems(
      List<? extends ValuesFlag> flags, Map<String, String> files) {
    ChartException thrown =
        catchThrowableOfType(
            ChartException.class,
            () ->
                UserValues.read(
                    List.copyOf(flags), name -> new Source(name, files.getOrDefault(name, ""))));
    assertThat(thrown).as("%s is refused", flags).isNotNull();
    return thrown.problems();
  }
}
