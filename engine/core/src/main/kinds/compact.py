#!/usr/bin/env python3
"""Writes kinds.txt, the schemas of Kubernetes' built-in kinds, from Kubernetes' own sources.

Usage, for Kubernetes v1.36.3 (any Go 1.21 or later brings the sources):

    dir=$(go mod download -json k8s.io/kubernetes@v1.36.3 | sed -n 's/.*"Dir": "\\(.*\\)",/\\1/p')
    python3 compact.py "$dir" v1.36.3 > ../resources/dev/pannier/engine/manifest/kind/kinds.txt

Read are two files of the module k8s.io/kubernetes (Apache License 2.0):

* api/openapi-spec/swagger.json: types, fields, what is required, list types, merge keys, scopes;
* pkg/generated/openapi/zz_generated.openapi.go: enums and the defaults of merge keys, which the
  published OpenAPI leaves out.

What comes out is text, so that a step to the next Kubernetes is a diff that can be read: blocks,
with an empty line between them.

    kubernetes v1.36.3                      first block: the version, after comments
    kind apps/v1 Deployment namespaced apps.v1.Deployment
                                            second block: the kinds that can be created, sorted
    type apps.v1.DeploymentSpec [atomic]    all further blocks: types, sorted by name;
    replicas int32                          a field, its type and what else is known of it
    template core.v1.PodTemplateSpec required

A type is a name of a block or string, int32, int64, number, bool, quantity, int-or-string, time,
bytes, object (a map of whatever), any; [] before it is a list and {} a map of it, ? in front of a
name means that only a map is of that type and anything else is free.

    required                must stand there
    keys=port,protocol:TCP  a list whose items these fields tell apart; after the colon the default
    set                     a list of things that differ
    atomic                  a map or type that server-side apply replaces as a whole
    unique=name             this field differs between the items too, where it is given
    enum=A|B                the values of a string, or of the strings in a list; %20 is a space
    patch=merge,retainKeys  the strategy of strategic merge patches
    patchKey=port           the key of strategic merge patches, where it is not the only one of keys=
"""

import json
import re
import sys

PREFIXES = (
    ("io.k8s.api.", ""),
    ("io.k8s.apimachinery.pkg.apis.", ""),
    ("io.k8s.apiextensions-apiserver.pkg.apis.", ""),
    ("io.k8s.kube-aggregator.pkg.apis.", ""),
)
SCHEMA = "?apiextensions.v1.JSONSchemaProps"
SPECIAL = {
    "io.k8s.apimachinery.pkg.api.resource.Quantity": "quantity",
    "io.k8s.apimachinery.pkg.util.intstr.IntOrString": "int-or-string",
    "io.k8s.apimachinery.pkg.apis.meta.v1.Time": "time",
    "io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime": "time",
    "io.k8s.apimachinery.pkg.apis.meta.v1.FieldsV1": "object",
    "io.k8s.apimachinery.pkg.apis.meta.v1.Patch": "object",
    "io.k8s.apimachinery.pkg.runtime.RawExtension": "object",
    "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSON": "any",
    # each of these unions is a schema whenever it is a map
    "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrArray": SCHEMA,
    "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrBool": SCHEMA,
    "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrStringArray": SCHEMA,
}
# Rules of the API server's validation that no published schema holds
# (pkg/apis/core/validation/validation.go): the names of ports are unique.
UNIQUE = {
    ("core.v1.Container", "ports"): "name",
    ("core.v1.EphemeralContainer", "ports"): "name",
    ("core.v1.ServiceSpec", "ports"): "name",
}
EXTENSIONS = "x-kubernetes-"


def short(name):
    for prefix, instead in PREFIXES:
        if name.startswith(prefix):
            return instead + name[len(prefix) :]
    raise ValueError("unknown package: " + name)


def referred(schema):
    return schema["$ref"].removeprefix("#/definitions/")


def type_of(schema):
    """The type of a field, item or value in the notation above."""
    if "$ref" in schema:
        name = referred(schema)
        return SPECIAL.get(name) or short(name)
    kind, form = schema.get("type"), schema.get("format")
    if kind == "array":
        return "[]" + type_of(schema["items"])
    if kind == "object":
        values = schema.get("additionalProperties")
        return "{}" + type_of(values) if values else "object"
    if kind == "integer":
        return form
    if kind == "string":
        return {"byte": "bytes", "date-time": "time"}.get(form, "string")
    return {"number": "number", "boolean": "bool"}[kind]


def go_name(function):
    """core.v1.Container, of k8sio_api_core_v1_Container or pkg_apis_meta_v1_ObjectMeta."""
    return ".".join(re.sub(r"^(k8sio_api|pkg_apis)_", "", function).split("_"))


def go_facts(path):
    """Enums and defaults by type and field. Gofmt's indentation tells the level of each line."""
    enums, defaults = {}, {}
    type_name = field = None
    for line in open(path, encoding="utf-8"):
        if line.startswith("func schema_"):
            type_name, field = go_name(line[len("func schema_") :].split("(")[0]), None
        elif found := re.match(r'\t{5}"([^"]+)": \{$', line):
            field = found[1]
        elif found := re.match(r"\t{7,}Enum: +\[\]interface\{\}\{(.*)\},$", line):
            enums[type_name, field] = re.findall(r'"([^"]*)"', found[1])
        elif found := re.match(r'\t{7}Default: +"([^"]+)",$', line):
            defaults[type_name, field] = found[1]
    return enums, defaults


def keys_text(keys, item, defaults):
    return ",".join(
        key + (":" + defaults[item, key] if (item, key) in defaults else "") for key in keys
    )


def field_line(owner, name, schema, required, enums, defaults):
    words = [name, type_of(schema)]
    if name in required:
        words.append("required")
    keys = schema.get(EXTENSIONS + "list-map-keys", [])
    if keys:
        words.append("keys=" + keys_text(keys, words[1].removeprefix("[]"), defaults))
    if schema.get(EXTENSIONS + "list-type") == "set":
        words.append("set")
    if schema.get(EXTENSIONS + "map-type") == "atomic":
        words.append("atomic")
    if (owner, name) in UNIQUE:
        words.append("unique=" + UNIQUE[owner, name])
    if (owner, name) in enums:
        words.append("enum=" + "|".join(enums[owner, name]).replace(" ", "%20"))
    if strategy := schema.get(EXTENSIONS + "patch-strategy"):
        words.append("patch=" + strategy)
    patch_key = schema.get(EXTENSIONS + "patch-merge-key")
    if patch_key and [patch_key] != keys:
        words.append("patchKey=" + patch_key)
    return " ".join(words)


def created_kinds(paths):
    """(apiVersion, kind) → whether namespaced, of all that can be created at a path of its own."""
    kinds = {}
    for path, operations in paths.items():
        post = operations.get("post", {})
        gvk = post.get(EXTENSIONS + "group-version-kind")
        if not gvk or "{name}" in path:
            continue
        version = gvk["group"] + "/" + gvk["version"] if gvk["group"] else gvk["version"]
        scoped = "{namespace}" in path
        if kinds.setdefault((version, gvk["kind"]), scoped) != scoped:
            raise ValueError("two scopes: " + path)
    return kinds


def definition_names(definitions):
    names = {}
    for name, schema in definitions.items():
        gvks = schema.get(EXTENSIONS + "group-version-kind", [])
        if len(gvks) == 1:
            gvk = gvks[0]
            version = gvk["group"] + "/" + gvk["version"] if gvk["group"] else gvk["version"]
            names[version, gvk["kind"]] = name
    return names


class Types:
    """The blocks of all types that kinds lead to."""

    def __init__(self, definitions, kinds, facts):
        self.definitions, self.kinds, self.facts = definitions, set(kinds), facts
        self.blocks = {}

    def add(self, name):
        if name in SPECIAL or short(name) in self.blocks:
            return
        schema, own = self.definitions[name], short(name)
        head = "type " + own
        if schema.get(EXTENSIONS + "map-type") == "atomic":
            head += " atomic"
        lines = self.blocks[own] = [head]
        for field, value in sorted(schema.get("properties", {}).items()):
            if name in self.kinds and field == "status":
                lines.append("status any")  # clusters write it; what manifests say there is dropped
                continue
            required = schema.get("required", [])
            lines.append(field_line(own, field, value, required, *self.facts))
            self.add_referred(value)

    def add_referred(self, schema):
        if "$ref" in schema:
            name = referred(schema)
            self.add(name)
            if SPECIAL.get(name) == SCHEMA:
                self.add(name[: name.rindex(".")] + ".JSONSchemaProps")
        for inner in ("items", "additionalProperties"):
            if isinstance(schema.get(inner), dict):
                self.add_referred(schema[inner])


def main(source, version):
    with open(source + "/api/openapi-spec/swagger.json", encoding="utf-8") as file:
        swagger = json.load(file)
    names = definition_names(swagger["definitions"])
    types = Types(
        swagger["definitions"],
        names.values(),
        go_facts(source + "/pkg/generated/openapi/zz_generated.openapi.go"),
    )
    kinds = []
    for (api_version, kind), namespaced in sorted(created_kinds(swagger["paths"]).items()):
        name = names[api_version, kind]
        types.add(name)
        scope = "namespaced" if namespaced else "cluster"
        kinds.append(f"kind {api_version} {kind} {scope} {short(name)}")
    print("# The built-in kinds of Kubernetes, made by src/main/kinds/compact.py: do not edit.")
    print("# Copyright The Kubernetes Authors, Apache License 2.0; see NOTICE.")
    print("kubernetes " + version)
    print("\n" + "\n".join(kinds))
    for _, lines in sorted(types.blocks.items()):
        print("\n" + "\n".join(lines))


if __name__ == "__main__":
    main(*sys.argv[1:])
