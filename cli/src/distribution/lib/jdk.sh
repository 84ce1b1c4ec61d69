# Sourced by the launchers: finds a JDK 25 or newer by reading the `release` files of the JDKs that are there, which
# takes the shell a millisecond where starting one `java -version` takes fifty.

# find_jdk java|javac: sets jdk_home, and jdk_build, which names exactly this build of the JDK.
find_jdk() {
  jdk_tool=$1
  jdk_fits "${JAVA_HOME:-}" && return
  jdk_on_path && return
  for jdk_folder in \
    /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/* /opt/java/* /opt/jdk/* \
    "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* "${HOME:-}"/.asdf/installs/java/* \
    "${HOME:-}"/.local/share/mise/installs/java/* "${HOME:-}"/.jbang/cache/jdks/* "${HOME:-}"/.gradle/jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    jdk_fits "$jdk_folder" && return
  done
  jdk_behind_link && return
  echo "Pannier needs a JDK 25 or newer and found none: install Eclipse Temurin 25" \
    "(https://adoptium.net, \`apt install temurin-25-jdk\`, \`sdk install java 25-tem\`, \`brew install temurin\`)" \
    "or set JAVA_HOME to one." >&2
  return 1
}

jdk_fits() {
  [ -x "$1/bin/$jdk_tool" ] && [ -r "$1/release" ] || return 1
  jdk_version='' jdk_runtime='' jdk_os='' jdk_arch=''
  # A line reads NAME="value".
  while IFS='="' read -r jdk_key _ jdk_value _; do
    case $jdk_key in
      JAVA_VERSION) jdk_version=${jdk_value%%[!0-9]*} ;;
      JAVA_RUNTIME_VERSION) jdk_runtime=$jdk_value ;;
      OS_NAME) jdk_os=$jdk_value ;;
      OS_ARCH) jdk_arch=$jdk_value ;;
    esac
  done <"$1/release"
  [ "${jdk_version:-0}" -ge 25 ] || return 1
  jdk_home=$1
  jdk_build=$jdk_runtime-$jdk_os-$jdk_arch
}

jdk_on_path() {
  jdk_ifs=$IFS
  IFS=:
  for jdk_folder in $PATH; do
    IFS=$jdk_ifs
    jdk_fits "${jdk_folder%/bin}" && return
  done
  IFS=$jdk_ifs
  return 1
}

# The last resort, because it starts processes: /usr/local/bin/java may lead to any folder.
jdk_behind_link() {
  jdk_link=$(command -v "$jdk_tool") && jdk_link=$(readlink -f "$jdk_link") && jdk_fits "${jdk_link%/bin/*}"
}
