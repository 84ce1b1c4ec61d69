"""Reads one release of Kubernetes: its kinds, types, enums and what it serves."""

import json
import os
import re

PREFIXES = (
    ("io.k8s.api.", ""),
    ("io.k8s.apimachinery.pkg.apis.", ""),
    ("io.k8s.apiextensions-apiserver.pkg.apis.", ""),
    ("io.k8s.kube-aggregator.pkg.apis.", ""),
)
SCHEMA = "?apiextensions.%s.JSONSchemaProps"
APIEXTENSIONS = "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions."
SPECIAL = {
    "io.k8s.apimachinery.pkg.api.resource.Quantity": "quantity",
    "io.k8s.apimachinery.pkg.util.intstr.IntOrString": "int-or-string",
    "io.k8s.apimachinery.pkg.apis.meta.v1.Time": "time",
    "io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime": "time",
    "io.k8s.apimachinery.pkg.apis.meta.v1.FieldsV1": "object",
    "io.k8s.apimachinery.pkg.apis.meta.v1.Patch": "object",
    "io.k8s.apimachinery.pkg.runtime.RawExtension": "object",
}
for group_version in ("v1", "v1beta1"):
    SPECIAL[APIEXTENSIONS + group_version + ".JSON"] = "any"
    # each of these unions is a schema whenever it is a map
    for union in ("OrArray", "OrBool", "OrStringArray"):
        name = APIEXTENSIONS + group_version + ".JSONSchemaProps" + union
        SPECIAL[name] = SCHEMA % group_version
# Rules of the API server's validation that no published schema holds
# (pkg/apis/core/validation/validation.go): the names of ports are unique.
UNIQUE = {
    ("core.v1.Container", "ports"): "name",
    ("core.v1.EphemeralContainer", "ports"): "name",
    ("core.v1.ServiceSpec", "ports"): "name",
}
EXTENSIONS = "x-kubernetes-"
ELSEWHERE = "?"  # a constant that another package has the value of
# In modules of their own, which say of no release what instance.go and the lifecycles say.
OTHER_GROUPS = ("apiextensions.k8s.io", "apiregistration.k8s.io")


def read_text(*path):
    with open(os.path.join(*path), encoding="utf-8") as file:
        return file.read()


def short(name):
    for prefix, instead in PREFIXES:
        if name.startswith(prefix):
            return instead + name[len(prefix) :]
    raise ValueError("unknown package: " + name)


def referred(schema):
    return schema["$ref"].removeprefix("#/definitions/")


def type_of(schema):
    """The type of a field, item or value in the notation of compact.py."""
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
    if not os.path.exists(path):
        return enums, defaults
    type_name = field = None
    for line in read_text(path).split("\n"):
        if line.startswith("func schema_"):
            type_name, field = go_name(line[len("func schema_") :].split("(")[0]), None
        elif found := re.match(r'\t{5}"([^"]+)": \{$', line):
            field = found[1]
        elif found := re.match(r"\t{7,}Enum: +\[\]interface\{\}\{(.*?)\}", line):
            enums[type_name, field] = sorted(set(re.findall(r'"([^"]*)"', found[1])) - {""})
        elif found := re.match(r'\t{7}Default: +"([^"]+)",$', line):
            defaults[type_name, field] = found[1]
    return enums, defaults


def packages(root, file):
    """core.v1 → text, for all files of a kind below a folder of k8s.io/api."""
    texts = {}
    for folder, _, names in sorted(os.walk(root)):
        package = os.path.relpath(folder, root).replace(os.sep, ".")
        found = [read_text(folder, name) for name in sorted(names) if re.fullmatch(file, name)]
        if found:
            texts[package] = "\n".join(found)
    return texts


def go_constants(root):
    """The constants of string types, by type, and the Go types of fields, by type and field."""
    constants, go_types = {}, {}
    for package, text in packages(root, r"types.*\.go").items():
        struct, imports = None, {"": package}
        for line in text.split("\n"):
            if found := re.match(r'\s+(?:(\w+) )?"k8s.io/api/(.*)"', line):
                path = found[2].replace("/", ".")
                imports[(found[1] or path.split(".")[-1]) + "."] = path
            elif found := re.match(r"type (\w+) struct", line):
                struct = package + "." + found[1]
            elif found := re.match(r'\t+\w+\s+[\[\]*]*(\w+\.)?(\w+)\s+`json:"(\w+)', line):
                go_types[struct, found[3]] = imports.get(found[1] or "", "") + "." + found[2]
            elif found := re.match(r'(?:const)?\s+\w+\s+(?:(\w+)\s+)?= (?:(\w+)\()?"(.*?)"', line):
                if name := found[1] or found[2]:
                    constants.setdefault(package + "." + name, []).append(found[3])
            elif found := re.match(r"\s+\w+\s+= (\w+)\(\w+\.\w+\)", line):
                constants.setdefault(package + "." + found[1], []).append(ELSEWHERE)
    return constants, go_types


def lifecycles(root):
    """What each type says of its deprecation, removal and replacement."""
    found = {}
    for package, text in packages(root, r".*lifecycle\.go").items():
        for kind, what, body in re.findall(
            r"func \(in \*(\w+)\) APILifecycle(\w+)\(\)[^\n]*\{\n(.*?)\n\}", text, re.S
        ):
            facts = found.setdefault(package + "." + kind, {})
            if what == "Replacement":
                group, version, other = re.findall(r'"([^"]*)"', body)
                other = other.removesuffix("List")  # a slip in networking/v1beta1
                instead = group + "/" + version if group else version
                facts["use"] = instead if other == kind else instead + "/" + other
            elif number := re.search(r"return 1, (\d+)", body):
                facts[what.lower()] = int(number[1])
    return found


def served(text):
    """The packages that are served by default, each with its resources, or None for all of them."""
    imports = dict(re.findall(r'^\s+(\w+)\s+"k8s.io/(?:api|kubernetes/pkg/apis)/(.*)"$', text, re.M))
    found = {}
    for block in re.findall(
        r"(?:EnabledByDefault(?:Resources)? = \[\]schema\.\w+\{|EnableVersions\(|EnableResources\()"
        r"(.*?)\n\t[})]",
        text,
        re.S,
    ):
        for alias, resource in re.findall(
            r'(\w+)\.SchemeGroupVersion(?:\.WithResource\("(.*?)"\))?,', block
        ):
            package = imports[alias].replace("/", ".")
            if resource:
                if found.get(package, ()) is not None:
                    found.setdefault(package, set()).add(resource)
            else:
                found[package] = None
    return found


def version_of(gvk):
    return gvk["group"] + "/" + gvk["version"] if gvk["group"] else gvk["version"]


class Release:
    """A minor release of Kubernetes."""

    def __init__(self, folder):
        self.minor = int(os.path.basename(folder).split(".")[1])
        self.version = read_text(folder, "version").strip()
        swagger = json.loads(read_text(folder, "swagger.json"))
        self.definitions = swagger["definitions"]
        self.enums, self.defaults = go_facts(os.path.join(folder, "zz_generated.openapi.go"))
        self.constants, self.go_types = go_constants(os.path.join(folder, "api"))
        self.lifecycles = lifecycles(os.path.join(folder, "api"))
        self.served = served(read_text(folder, "instance.go"))
        self.names = self._names()
        self.kinds = self._kinds(swagger["paths"])

    def _names(self):
        names = {}
        for name, schema in self.definitions.items():
            gvks = schema.get(EXTENSIONS + "group-version-kind", [])
            if len(gvks) == 1:
                names[version_of(gvks[0]), gvks[0]["kind"]] = name
        return names

    def _kinds(self, paths):
        """(apiVersion, kind) → (scope, on by default) of what is created at a path of its own."""
        kinds = {}
        for path, operations in paths.items():
            gvk = operations.get("post", {}).get(EXTENSIONS + "group-version-kind")
            if not gvk or "{name}" in path:
                continue
            key = version_of(gvk), gvk["kind"]
            scope = "namespaced" if "{namespace}" in path else "cluster"
            on = self._is_on(gvk, key, path.rsplit("/", 1)[1])
            if kinds.setdefault(key, (scope, on)) != (scope, on):
                raise ValueError("two scopes: " + path)
        return kinds

    def _is_on(self, gvk, key, resource):
        if gvk["group"] in OTHER_GROUPS:
            return True
        package = ".".join(short(self.names[key]).split(".")[:2])
        return package in self.served and (
            self.served[package] is None or resource in self.served[package]
        )

    def values(self, owner, field, newest):
        """An enum: declared, or else the constants of its Go type where the newest declares it."""
        if (owner, field) in self.enums:
            return self.enums[owner, field]
        if (owner, field) not in newest.enums:
            return []
        go_type = self.go_types.get((owner, field))
        if go_type is None and owner.startswith(("meta.", "apiextensions.", "apiregistration.")):
            return newest.enums[owner, field]  # in other modules; none of them has changed
        constants = set(self.constants.get(go_type, [])) - {""}
        return newest.enums[owner, field] if ELSEWHERE in constants else sorted(constants)

    def default(self, owner, field, newest):
        return self.defaults.get((owner, field)) or newest.defaults.get((owner, field))

    def blocks(self, newest, forms):
        """The types that kinds lead to: name → (atomic, field → words)."""
        found = {}
        for key in self.kinds:
            self._add(self.names[key], found, newest, forms)
        return found

    def _add(self, name, found, newest, forms):
        if name in SPECIAL or short(name) in found:
            return
        own = short(name)
        schema = self.definitions[name]
        fields = {}
        found[own] = schema.get(EXTENSIONS + "map-type") == "atomic", fields
        kind = EXTENSIONS + "group-version-kind" in schema and "metadata" in schema["properties"]
        for field, value in schema.get("properties", {}).items():
            if kind and field == "status":
                fields[field] = "any"  # clusters write it; what manifests say there is dropped
                continue
            required = self._required(name, newest)
            words = self._words(own, field, value, required, newest)
            words += [word for word in forms.words(own, field, self.minor) if word not in words]
            fields[field] = " ".join(words)
            self._add_referred(value, found, newest, forms)

    def _required(self, name, newest):
        """What 1.36 requires no more, such as the group of a role, never was: there are defaults."""
        required = set(self.definitions[name].get("required", []))
        later = newest.definitions.get(name)
        if later:
            required -= set(later["properties"]) - set(later.get("required", []))
        return required

    def _add_referred(self, schema, found, newest, forms):
        if "$ref" in schema:
            name = referred(schema)
            self._add(name, found, newest, forms)
            if SPECIAL.get(name, "").startswith("?"):
                self._add(name[: name.rindex(".")] + ".JSONSchemaProps", found, newest, forms)
        for inner in ("items", "additionalProperties"):
            if isinstance(schema.get(inner), dict):
                self._add_referred(schema[inner], found, newest, forms)

    def _words(self, owner, name, schema, required, newest):
        words = [type_of(schema)]
        if name in required:
            words.append("required")
        strategy = schema.get(EXTENSIONS + "patch-strategy") if words[0] != "string" else None
        patch_key = schema.get(EXTENSIONS + "patch-merge-key")
        keys = schema.get(EXTENSIONS + "list-map-keys", [])
        merged = not keys and "merge" in (strategy or "")
        if merged and patch_key:
            # before 1.30 few lists had keys of their own, and server-side apply took these
            # (k8s.io/kube-openapi/pkg/schemaconv)
            keys = [patch_key]
        if keys:
            words.append("keys=" + self._keys(keys, words[0].removeprefix("[]"), newest))
        if schema.get(EXTENSIONS + "list-type") == "set" or merged and not patch_key:
            words.append("set")
        if schema.get(EXTENSIONS + "map-type") == "atomic":
            words.append("atomic")
        if (owner, name) in UNIQUE:
            words.append("unique=" + UNIQUE[owner, name])
        if values := self.values(owner, name, newest):
            words.append("enum=" + "|".join(values).replace(" ", "%20"))
        if strategy:
            words.append("patch=" + strategy)
        if patch_key and [patch_key] != keys:
            words.append("patchKey=" + patch_key)
        return words

    def _keys(self, keys, item, newest):
        defaults = [(key, self.default(item, key, newest)) for key in keys]
        return ",".join(key + (":" + default if default else "") for key, default in defaults)
