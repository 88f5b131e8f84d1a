#!/bin/sh
# Writes the shapefiles of this folder with GDAL (ogr2ogr 3.6): the first twenty plots of the plan under planners' field names, in
# CGCS2000 3° zone 39, once in GBK and once in UTF-8; the GBK one without its .cpg, which many exports lose.
set -eu
cd "$(dirname "$0")"
source=../../../data/geojson/plots.geojson
for encoding in GBK UTF-8; do
  rm -rf "plots-$encoding"
  mkdir "plots-$encoding"
  ogr2ogr -f 'ESRI Shapefile' "plots-$encoding/plots.shp" "$source" -t_srs EPSG:4527 -lco ENCODING=$encoding -limit 20 \
    -nln plots -sql "SELECT id AS DKBH, landUseName AS YDXZ, landUseCode AS YDDM, farMax AS \"容积率\", heightMaxMetres AS XG FROM plots" \
    -dialect OGRSQL
done
rm plots-GBK/plots.cpg
