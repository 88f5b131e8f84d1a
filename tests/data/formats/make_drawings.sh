#!/bin/sh
# Writes the KML fixtures with GDAL (ogr2ogr 3.6, its two KML drivers), from the plots and roads make_containers.sh has taken out.
set -eu
cd "$(dirname "$0")"
rm -f drawings-*.kml drawings-*.kmz drawings-ogr.dxf
for layer in plots roads; do
  ogr2ogr -f LIBKML "drawings-$layer-libkml.kml" "containers-$layer.geojson"
  ogr2ogr -f KML "drawings-$layer-ogr.kml" "containers-$layer.geojson"
done
ogr2ogr -f LIBKML drawings-both.kmz containers-plots.geojson
ogr2ogr -f LIBKML -update drawings-both.kmz containers-roads.geojson
ogr2ogr -f DXF -t_srs EPSG:4527 drawings-ogr.dxf containers-plots.geojson -dialect SQLite \
  -sql "SELECT geometry, 'plots' AS Layer FROM plots" 2>/dev/null
