#!/usr/bin/env bash
# Writes what PROJ and GDAL say of every coordinate system the reader knows, for the tests to hold ours against where neither is
# installed (Debian: proj-bin, gdal-bin):
#   figures.json       a system's code -> [longitude, latitude, easting, northing] at nine places over its zone
#   declarations.json  a system's code -> how programs write it down: ESRI's well-known text of all, other forms of some
# The base of each plane is its own datum: no datum is shifted, as the reader shifts none.
set -euo pipefail
cd "$(dirname "$0")"
places=$(mktemp)
trap 'rm -f "$places"' EXIT

# code, base, meridian, half width of the zone
systems() {
  local index
  for index in $(seq 0 20); do
    echo "$((4513 + index)) 4490 $((75 + 3 * index)) 1.5"
    echo "$((4534 + index)) 4490 $((75 + 3 * index)) 1.5"
    echo "$((2349 + index)) 4610 $((75 + 3 * index)) 1.5"
    echo "$((2370 + index)) 4610 $((75 + 3 * index)) 1.5"
    echo "$((2401 + index)) 4214 $((75 + 3 * index)) 1.5"
    echo "$((2422 + index)) 4214 $((75 + 3 * index)) 1.5"
  done
  for index in $(seq 0 10); do
    echo "$((4491 + index)) 4490 $((75 + 6 * index)) 3"
    echo "$((4502 + index)) 4490 $((75 + 6 * index)) 3"
    echo "$((2327 + index)) 4610 $((75 + 6 * index)) 3"
    echo "$((2338 + index)) 4610 $((75 + 6 * index)) 3"
    echo "$((21413 + index)) 4214 $((75 + 6 * index)) 3"
    echo "$((21453 + index)) 4214 $((75 + 6 * index)) 3"
    echo "$((32643 + index)) 4326 $((75 + 6 * index)) 3"
  done
  echo "3857 4326 105 30"
}

# Gauss–Krüger of the EPSG register gives the northing first, UTM and Web Mercator the easting.
figures() {
  local first=1 code base meridian half
  echo '{'
  systems | while read -r code base meridian half; do
    [ "$first" = 1 ] || echo ','
    first=0
    printf '"EPSG:%s":[' "$code"
    for latitude in 18.273915 31.839886 53.491207; do
      for share in -0.97 0.113 0.99; do
        awk -v m="$meridian" -v h="$half" -v s="$share" -v l="$latitude" 'BEGIN { printf "%.9f %.9f\n", l, m + h * s }'
      done
    done > "$places"
    cs2cs -f %.6f "EPSG:$base" "EPSG:$code" < "$places" | paste "$places" - |
      awk -v code="$code" '{
        is_east_first = (code >= 32601 && code <= 32660) || code == 3857
        printf "%s[%s,%s,%s,%s]", (NR > 1 ? "," : ""), $2, $1, (is_east_first ? $3 : $4), (is_east_first ? $4 : $3)
      }'
    printf ']'
  done
  echo
  echo '}'
}

quoted() { python3 -c 'import json, sys; print(json.dumps(sys.stdin.read().strip(), ensure_ascii=False), end="")'; }

declarations() {
  local first=1 code form
  echo '{'
  { systems | cut -d' ' -f1; echo 4490; echo 4326; echo 4610; echo 4214; } | while read -r code; do
    [ "$first" = 1 ] || echo ','
    first=0
    printf '"EPSG:%s":{"wkt_esri":' "$code"
    gdalsrsinfo --single-line -o wkt_esri "EPSG:$code" | tr -d '\n' | quoted
    case " 4527 4548 4498 4509 2363 2384 2334 2345 2414 2436 21420 21460 32650 3857 4490 4326 " in
      *" $code "*)
        for form in wkt1 wkt2_2019 projjson; do
          printf ',"%s":' "$form"
          gdalsrsinfo --single-line -o "$form" "EPSG:$code" | tr -d '\n' | quoted
        done
        ;;
    esac
    printf '}'
  done
  echo
  echo '}'
}

figures > figures.json
declarations > declarations.json
