#!/usr/bin/env python3
"""Writes the schemas of Kubernetes' built-in kinds, from Kubernetes' own sources.

    sh sources.sh FOLDER 1.20.15 1.21.14 … 1.36.3
    python3 compact.py FOLDER ../resources/dev/pannier/engine/manifest/kind

Read are, of each release:

* api/openapi-spec/swagger.json: types, fields, what is required, list types, merge keys, scopes;
* pkg/generated/openapi/zz_generated.openapi.go, from 1.24 on: enums and the defaults of merge keys,
  which the published OpenAPI leaves out;
* the types.go of k8s.io/api: the constants of an enum's type, for releases in which it was not yet
  declared to be one;
* zz_generated.prerelease-lifecycle.go of k8s.io/api: since when a kind is deprecated, and what
  replaces it;
* pkg/controlplane/instance.go: what an API server serves by default.

forms.txt, beside this script, adds what the API server checks in code.

What comes out is text, so that a step to the next Kubernetes is a diff that can be read. served.txt
has a line for each API version that is served by default, with its kinds. kinds.txt has blocks, with
an empty line between them.

    kubernetes 20-36 v1.36.3                first block: minor releases and the newest, after comments
    kind apps/v1 Deployment namespaced apps.v1.Deployment
                                            second block: the kinds that can be created, sorted
    type apps.v1.DeploymentSpec [atomic]    all further blocks: types, sorted by name;
    replicas int32                          a field, its type and what else is known of it
    template core.v1.PodTemplateSpec required

A type is a name of a block or string, int32, int64, number, bool, quantity, int-or-string, time,
bytes, object (a map of whatever), any; [] before it is a list and {} a map of it, ? in front of a
name means that only a map is of that type and anything else is free.

    @24-30                  from 1.24 on, and no more in 1.30; either may be left out. A field that
                            changed has a line for each of its forms
    required                must stand there
    keys=port,protocol:TCP  a list whose items these fields tell apart; after the colon the default
    set                     a list of things that differ
    atomic                  a map or type that server-side apply replaces as a whole
    unique=name             this field differs between the items too, where it is given
    enum=A|B                the values of a string, or of the strings in a list; %20 is a space
    form=port               what its values look like, see ValueForm.java
    patch=merge,retainKeys  the strategy of strategic merge patches
    patchKey=port           the key of strategic merge patches, where it is not the only one of keys=

Of a kind:

    deprecated=21           since 1.21
    removed=38              it will be gone in 1.38; what is gone has @-25
    use=policy/v1           what replaces it; with a third part, another kind
    off                     not served by default
"""

import os
import sys

from release import OTHER_GROUPS, Release, read_text, short

NOTE = """# {} of Kubernetes, made by src/main/kinds/compact.py: do not edit.
# Copyright The Kubernetes Authors, Apache License 2.0; see NOTICE.
"""


def runs(values):
    """[(value, since, until)] of (minor, value or None) pairs in order: where it stayed the same."""
    found = []
    for minor, value in values:
        if found and found[-1][2] is None and found[-1][0] == value:
            continue
        if found and found[-1][2] is None:
            found[-1][2] = minor
        if value is not None:
            found.append([value, minor, None])
    return found


def span(since, until, first):
    """The word for a run; empty where it is all there is."""
    since = "" if since == first else str(since)
    until = "" if until is None else str(until)
    return f" @{since}-{until}" if since or until else ""


class Forms:
    """What forms.txt says of fields."""

    def __init__(self):
        self.lines = {}
        text = read_text(os.path.dirname(os.path.abspath(__file__)), "forms.txt")
        for line in text.split("\n"):
            if line and not line.startswith("#"):
                owners, fields, *words = line.split(" ")
                for owner in owners.split(","):
                    for field in fields.split(","):
                        self.lines.setdefault((owner, field), []).append(words)

    def words(self, owner, field, minor):
        """The words for a field in a release; core.Container is core.v1.Container's too."""
        group, _, name = owner.split(".", 2)
        for found in (owner, group + "." + name):
            for form, *more in self.lines.get((found, field), []):
                if all(self._has(word, minor) for word in more if word.startswith("@")):
                    must = ["required"] if "required" in more else []
                    return must + ([] if form == "-" else ["form=" + form])
        return []

    @staticmethod
    def _has(word, minor):
        since, until = word[1:].split("-")
        return int(since or 0) <= minor < int(until or 999)


def lifecycle(releases, key, name):
    """The words for the end of a kind: what the last release that has it says."""
    api_version, _ = key
    if api_version.split("/")[0] in OTHER_GROUPS and api_version.endswith("/v1beta1"):
        return {"deprecated": 16, "removed": 22, "use": api_version.replace("v1beta1", "v1")}
    if name == "core.v1.Endpoints":  # pkg/registry/core/endpoint/strategy.go warns by itself
        return {"deprecated": 33, "use": "discovery.k8s.io/v1/EndpointSlice"}
    return [release.lifecycles.get(name, {}) for release in releases if key in release.kinds][-1]


def kind_lines(releases):
    lines = []
    for key in sorted({key for release in releases for key in release.kinds}):
        name = next(short(release.names[key]) for release in releases if key in release.kinds)
        states = [(release.minor, release.kinds.get(key)) for release in releases]
        for (scope, on), since, until in runs(states):
            words = ["kind", *key, scope, name]
            end = lifecycle(releases, key, name)
            if "deprecated" in end:
                words.append(f"deprecated={end['deprecated']}")
            if "removed" in end and until is None:
                words.append(f"removed={end['removed']}")
            if "use" in end:
                words.append("use=" + end["use"])
            if not on:
                words.append("off")
            lines.append(" ".join(words) + span(since, until, releases[0].minor))
    return lines


def type_blocks(releases):
    """A block per type, of the fields of all releases."""
    newest, known = releases[-1], Forms()
    by_release = [(release.minor, release.blocks(newest, known)) for release in releases]
    for name in sorted({name for _, blocks in by_release for name in blocks}):
        there = [(minor, blocks[name]) for minor, blocks in by_release if name in blocks]
        atomic = there[-1][1][0]
        lines = ["type " + name + (" atomic" if atomic else "")]
        for field in sorted({field for _, (_, fields) in there for field in fields}):
            states = [(minor, fields.get(field)) for minor, (_, fields) in there]
            for words, since, until in runs(states):
                lines.append(field + " " + words + span(since, until, there[0][0]))
        yield lines


def served_lines(releases):
    """apiVersion, since-until, kinds: those that are served by default."""
    for api_version in sorted({version for release in releases for version, _ in release.kinds}):
        states = []
        for release in releases:
            kinds = [
                kind
                for (version, kind), (_, on) in sorted(release.kinds.items())
                if version == api_version and on
            ]
            states.append((release.minor, ",".join(kinds) or None))
        for kinds, since, until in runs(states):
            yield f"{api_version} {kinds}{span(since, until, releases[0].minor)}"


def main(source, target):
    folders = sorted(name for name in os.listdir(source) if name.startswith("1."))
    releases = [Release(os.path.join(source, name)) for name in folders]
    with open(os.path.join(target, "kinds.txt"), "w", encoding="utf-8") as file:
        file.write(NOTE.format("The built-in kinds"))
        newest = releases[-1]
        file.write(f"kubernetes {releases[0].minor}-{newest.minor} {newest.version}\n")
        file.write("\n" + "\n".join(kind_lines(releases)) + "\n")
        for lines in type_blocks(releases):
            file.write("\n" + "\n".join(lines) + "\n")
    with open(os.path.join(target, "served.txt"), "w", encoding="utf-8") as file:
        file.write(NOTE.format("What API servers serve by default,"))
        file.write("\n".join(served_lines(releases)) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
