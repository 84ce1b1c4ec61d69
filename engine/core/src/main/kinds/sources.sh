#!/bin/sh
# Brings what compact.py reads into a folder: of each release of Kubernetes some files of the Go modules
# k8s.io/kubernetes and k8s.io/api (Apache License 2.0), from the Go module proxy.
#
#   sh sources.sh FOLDER 1.20.15 1.21.14 … 1.36.3
#
# Any Go from 1.21 on will do. Each module is deleted once its files are copied; a release takes 10 MB.
set -eu
folder=$(mkdir -p "$1" && cd "$1" && pwd)
shift
export GOFLAGS=-modcacherw GOMODCACHE="$folder/modules"
cd "$folder"

module() {
  go mod download -json "$1@$2" | sed -n 's/.*"Dir": "\(.*\)",*/\1/p'
}

for version in "$@"; do
  to="$folder/${version%.*}"
  test ! -e "$to/version" || continue
  from=$(module k8s.io/kubernetes "v$version")
  mkdir -p "$to/api"
  cp "$from/api/openapi-spec/swagger.json" "$from/pkg/controlplane/instance.go" "$to"
  # generated when Kubernetes was built, before 1.24
  cp "$from/pkg/generated/openapi/zz_generated.openapi.go" "$to" 2>/dev/null || :
  from=$(module k8s.io/api "v0${version#1}")
  (cd "$from" && find . \( -name 'types*.go' -o -name 'zz_generated.prerelease-lifecycle.go' \) \
    -exec cp --parents {} "$to/api" \;)
  echo "v$version" > "$to/version"
  rm -rf "$folder/modules"
done
