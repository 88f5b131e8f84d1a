#!/bin/sh
# Writes the container fixtures with GDAL (ogr2ogr 3.6), a program that shares no code with our readers.
# They hold the first plots and roads of data/geojson; run from anywhere, needs ogr2ogr and node.
set -eu
rm -f containers*.gpkg containers*.fgb
cd "$(dirname "$0")"
root=../../..
for layer in plots roads; do
  node -e '
    const fs = require("node:fs");
    const [from, to] = process.argv.slice(1);
    const { features } = JSON.parse(fs.readFileSync(from, "utf8"));
    const kept = features.slice(0, 8).map(({ type, id, properties, geometry }) => ({
      type, properties: { id, ...Object.fromEntries(Object.entries(properties).filter(([, v]) => typeof v !== "object")) }, geometry,
    }));
    fs.writeFileSync(to, `${JSON.stringify({ type: "FeatureCollection", name: process.argv[3], features: kept })}\n`);
  ' "$root/data/geojson/$layer.geojson" "containers-$layer.geojson" "$layer"
done
# An identifier column keeps the source's own ids apart from the row numbers GeoPackage gives.
for code in 4326 4527; do
  ogr2ogr -f GPKG -t_srs "EPSG:$code" -lco FID=fid -nln plots "containers-$code.gpkg" containers-plots.geojson
  ogr2ogr -f GPKG -t_srs "EPSG:$code" -lco FID=fid -update -nln roads "containers-$code.gpkg" containers-roads.geojson
done
# QGIS keeps its styles in a table of their own.
ogr2ogr -f GPKG -update -nlt NONE -lco ASPATIAL_VARIANT=GPKG_ATTRIBUTES -nln layer_styles containers-4527.gpkg \
  containers-plots.geojson -dialect SQLite -sql "SELECT 'plots' AS f_table_name, 'style' AS styleName FROM plots LIMIT 1"
ogr2ogr -f GPKG -update -nlt NONE -lco ASPATIAL_VARIANT=GPKG_ATTRIBUTES -nln figures containers-4326.gpkg containers-plots.geojson \
  -dialect SQLite -sql 'SELECT id, farMax FROM plots'
ogr2ogr -f FlatGeobuf -nln plots containers-plots.fgb containers-plots.geojson
ogr2ogr -f FlatGeobuf -nln roads -t_srs EPSG:4527 containers-roads-4527.fgb containers-roads.geojson
