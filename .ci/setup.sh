# Sourced by ./run and ./test: what both need to set up. Everything it says goes to standard error.
# shellcheck shell=bash

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en DOTNET_GENERATE_ASPNET_CERTIFICATE=false
export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 MSBUILDDISABLENODEREUSE=1 LC_ALL=C.UTF-8

say() { echo "$me: $*" >&2; }
fail() { say "$*"; exit 1; }

# The SDK and its package cache need a home that can be written.
need_home() {
  if [ -z "${HOME:-}" ] || [ ! -w "$HOME" ]; then
    HOME=$(getent passwd "$(id -u)" 2>/dev/null | cut -d: -f6) || true
    [ -n "$HOME" ] && [ -w "$HOME" ] || HOME=$root/obj/home
    mkdir -p "$HOME"
    export HOME
  fi
}

need_dotnet() {
  need_home
  command -v dotnet >/dev/null || { [ -x "$HOME/.dotnet/dotnet" ] && PATH=$HOME/.dotnet:$PATH; } ||
    fail "thiếu .NET SDK 10; hãy cài gói dotnet-sdk-10.0 rồi chạy lại."
  local sdks
  sdks=$(dotnet --list-sdks 2>/dev/null) || true
  grep -q '^10\.' <<<"$sdks" || fail "máy có dotnet nhưng thiếu .NET SDK 10; hãy cài gói dotnet-sdk-10.0 rồi chạy lại."
}

can_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

# install PACKAGE…: without questions; false when it could not be done.
install() {
  say "cài $* (một lần)…"
  mkdir -p "$root/obj"
  {
    export DEBIAN_FRONTEND=noninteractive
    timeout 120 apt-get update -q && timeout 900 apt-get install -y -q --no-install-recommends "$@"
  } </dev/null >"$root/obj/apt.log" 2>&1
}

# Any serif face with full Vietnamese cover will do for printed papers.
have_font() {
  local dirs=() dir
  for dir in /usr/share/fonts /usr/local/share/fonts "$HOME/.local/share/fonts" "$HOME/.fonts" "$root"/src/*/Fonts; do
    [ -d "$dir" ] && dirs+=("$dir")
  done
  [ ${#dirs[@]} -gt 0 ] && [ -n "$(find "${dirs[@]}" \( -name 'Tinos*' -o -name 'NotoSerif-R*' -o -name 'DejaVuSerif.*' \) -print -quit)" ]
}

# The editor of drawings, where npm is: restored by the lock, never committed. Without it drawings are shown, edited as tables and uploaded.
editor() {
  local lock=$root/.ci/npm/package-lock.json lib=$root/src/MotCua.Web/wwwroot/lib/bpmn-js stamp
  command -v npm >/dev/null || return 0
  stamp=$(sha256sum <"$lock")
  [ "$stamp" = "$(cat "$lib/.lock" 2>/dev/null)" ] && return 0
  mkdir -p "$root/obj"
  [ -z "$(find "$root/obj/editor.tried" -mmin -60 2>/dev/null)" ] || return 0
  touch "$root/obj/editor.tried"
  say "lấy trình vẽ sơ đồ bpmn-js…"
  (cd "$root/.ci/npm" && timeout 120 npm ci --no-audit --no-fund --ignore-scripts) </dev/null >"$root/obj/npm.log" 2>&1 ||
    { say "không lấy được trình vẽ bpmn-js (xem obj/npm.log); sơ đồ vẫn xem, sửa bảng và tải tệp được."; return 0; }
  rm -rf "$lib" && mkdir -p "$lib"
  cp "$root/.ci/npm/node_modules/bpmn-js/dist/bpmn-modeler.production.min.js" "$root/.ci/npm/node_modules/bpmn-js/LICENSE" "$lib/"
  cp -r "$root/.ci/npm/node_modules/bpmn-js/dist/assets" "$lib/"
  echo "$stamp" >"$lib/.lock"
  rm -f "$root/obj/editor.tried"
}

# list_state FOLDER…: one line that changes when a file there does.
list_state() {
  (cd "$root" && find "$@" Directory.Build.props Directory.Packages.props global.json .editorconfig \
    \( -name bin -o -name obj -o -name node_modules \) -prune -o -type f -printf '%p %s %T@\n') | LC_ALL=C sort | sha256sum
}

# build TARGET STAMP FOLDER…: restores and builds TARGET unless nothing in the folders changed since it last did.
build() {
  local target=$1 stamp=$root/obj/$2.stamp state locks
  shift 2
  mkdir -p "$root/obj"
  exec 9>"$root/obj/build.lock"
  flock 9 2>/dev/null || true
  state=$(list_state "$@")
  if [ "$state" != "$(cat "$stamp" 2>/dev/null)" ]; then
    locks=$(cd "$root" && cat Directory.*.props global.json \
      $(find "$@" \( -name '*.csproj' -o -name packages.lock.json \) -not -path '*/obj/*' | sort) | sha256sum)
    if [ "$locks" != "$(cat "$stamp.locks" 2>/dev/null)" ]; then
      say "lấy các gói thư viện…"
      (cd "$root" && dotnet restore "$target" --locked-mode -v q --tl:off 9>&-) >&2 || fail "không lấy được các gói thư viện; hãy kiểm tra mạng rồi chạy lại."
      echo "$locks" >"$stamp.locks"
    fi
    say "biên dịch…"
    (cd "$root" && dotnet build "$target" -c Release --no-restore -v q --tl:off -nologo 9>&-) >"$root/obj/build.log" 2>&1 ||
      { grep -E ': (error|warning) ' "$root/obj/build.log" | sort -u >&2; fail "không biên dịch được; hãy sửa các lỗi ở trên (đủ cả trong obj/build.log)."; }
    echo "$state" >"$stamp"
  fi
  exec 9>&-
}
