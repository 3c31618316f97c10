#!/bin/sh
# Fetches and unpacks one pinned source package of wasm/deps.list:
#
#     wasm/fetch.sh PACKAGE DIRECTORY
#
# leaves DIRECTORY/PACKAGE (patched sources) and DIRECTORY/PACKAGE.version
# (Debian's full version). The package comes by apt from the places this
# machine already takes packages from, into a private list below DIRECTORY:
# nothing in /etc changes and root is not needed. apt checks the archive's
# signature; the upstream tarball is checked again by the pinned sha256.
set -eu

package=$1
mkdir -p "$2"
dir=$(cd "$2" && pwd)
list=$(dirname "$0")/deps.list

pin=$(awk -v p="$package" '$1 == p { print $2, $3 }' "$list")
version=${pin% *}
sha256=${pin#* }
[ -n "$version" ] || { echo "$package is not in $list" >&2; exit 1; }

# The machine's sources, with "deb" made "deb-src". Both spellings of them.
# Each package has its own directory, so that two fetches can run at once.
apt=$dir/apt-$package
mkdir -p "$apt/sources" "$apt/lists/partial" "$apt/cache/archives/partial"
for file in /etc/apt/sources.list.d/*.sources; do
  [ -e "$file" ] || continue
  sed 's/^[Tt]ypes:.*/Types: deb-src/' "$file" \
    >"$apt/sources/$(basename "$file")"
done
cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null |
  sed -nE '/cdrom:/d; s/^[[:space:]]*deb(-src)?[[:space:]]/deb-src /p' |
  sort -u >"$apt/sources/machine.list" || true

# Hooks of the machine's own apt (they clean caches and want root) are not
# for us, so they are cleared.
cat >"$apt/apt.conf" <<CONF
#clear APT::Update::Pre-Invoke;
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
#clear DPkg::Post-Invoke;
APT::Sandbox::User "";
Acquire::Languages "none";
Acquire::Retries "3";
Dir::Etc::SourceList "/dev/null";
Dir::Etc::SourceParts "$apt/sources";
Dir::State::Lists "$apt/lists";
Dir::Cache "$apt/cache";
CONF

# A third-party archive without sources makes this fail or warn; whether it
# mattered shows below.
apt-get -q -c "$apt/apt.conf" update || true

# Debian's revisions of the pinned version, newest first. A mirror may list a
# revision before it has its files; then the one before it must do.
revisions=$(apt-cache -c "$apt/apt.conf" showsrc "$package" |
  sed -n "s/^Version: \($version-.*\)/\1/p" | sort -uVr)
if [ -z "$revisions" ]; then
  echo "No source package $package $version in this machine's apt sources." \
    "It is in Debian 12." >&2
  exit 1
fi

rm -rf "${dir:?}/$package"
mkdir -p "$dir/$package"
full=
for revision in $revisions; do
  rm -rf "$dir/$package.parts"
  mkdir "$dir/$package.parts"
  cd "$dir/$package.parts"
  if apt-get -q -c "$apt/apt.conf" source --download-only --only-source \
    "$package=$revision"; then
    full=$revision
    break
  fi
  echo "$package $revision cannot be fetched; trying the one before." >&2
done
[ -n "$full" ] || exit 1

orig=$(find . -name "${package}_$version.orig.tar.*z*" ! -name '*.asc')
found=$(sha256sum "$orig" | cut -d' ' -f1)
if [ "$found" != "$sha256" ]; then
  echo "$orig has sha256 $found, pinned is $sha256" >&2
  exit 1
fi

tar -xf "$orig" -C "$dir/$package" --strip-components=1
if [ -e "${package}_$full.diff.gz" ]; then
  gzip -dc "${package}_$full.diff.gz" | patch -s -d "$dir/$package" -p1
else
  tar -xf "${package}_$full".debian.tar.* -C "$dir/$package"
fi
cd "$dir/$package"
if [ -f debian/patches/series ]; then
  sed 's/[[:space:]]*#.*//; /^[[:space:]]*$/d' debian/patches/series |
    while read -r name _; do
      patch -s -p1 <"debian/patches/$name"
    done
fi
echo "$full" >"$dir/$package.version"
cd "$dir"
rm -rf "$dir/$package.parts" "$apt"
