/** What is said of GeoJSON files beyond what a plan's own folder may have, and of what was mended in any file. */
export const geojson = {
  codes: {
    'lines-closed': {
      title: 'Closed lines read as areas',
      text: '{count} {count?feature|features} of {file} (such as {feature}) {count?is a line that comes|are lines that come} back to {count?its|their} beginning, and layer “{layer}” has areas: what the line encloses was taken.',
      mend: 'Check on the map; where a line is only part of a border, build polygons in a GIS program and export again.',
    },
    'file-recoded': {
      title: 'Read in another encoding',
      text: '{file} is not UTF-8; it was read as {encoding}.',
      mend: 'Look at names and other text; if they are garbled choose another encoding, or export as UTF-8.',
    },
    'file-not-encoding': {
      title: 'Not in this encoding',
      text: '{file} is not valid {encoding} text.',
      mend: 'Choose another encoding, or export as UTF-8.',
    },
    'file-esri-json': {
      title: 'Read as Esri JSON',
      text: '{file} is Esri JSON from ArcGIS, not GeoJSON; its {count} {count?feature|features} {count?was|were} read.',
      mend: 'Nothing to do; export GeoJSON for other programs.',
    },
    'line-broken': {
      title: 'A line is not JSON',
      text: 'Line {line} of {file} is not JSON from column {column} (“{found}”); its feature cannot be read.',
      mend: 'Mend or export that line again: each must be one whole GeoJSON object.',
    },
    'geometry-named-after-file': {
      title: 'Numbered after the file',
      text: '{file} holds a bare geometry ({found}) without id and fields; the file’s name “{id}” was taken as its number.',
      mend: 'If that is wrong rename the file, or export a feature with a number.',
    },
    'geometry-collection': {
      title: 'Geometry collection',
      text: 'Feature {feature} has a GeometryCollection at {pointer}: points, lines and areas mixed are no plot or area.',
      mend: 'Split it into one kind in a GIS and export Polygon or MultiPolygon.',
    },
    'ring-closed': {
      title: 'Outline closed',
      text: 'The ring of feature {feature} at {pointer} begins at {first} and ends at {last}; its first point was added as its last.',
      mend: 'Look whether a vertex is missing; export rings whose last point is the first.',
    },
    'vertices-repeated': {
      title: 'Repeated vertices dropped',
      text: '{count} {count?feature|features} (such as {feature}) {count?repeats|repeat} a vertex in a row; the repeats were dropped, shapes are unchanged.',
      mend: 'Nothing to do.',
    },
    'heights-dropped': {
      title: 'Third dimension ignored',
      text: '{count} {count?feature|features} (such as {feature}) {count?has|have} coordinates with more than two numbers; a plan is flat, the rest was ignored.',
      mend: 'Nothing to do; heights of buildings belong in the fields.',
    },
    'rings-turned': {
      title: 'Outlines turned',
      text: '{count} {count?feature|features} (such as {feature}) {count?has|have} rings that run against RFC 7946; they were turned, shapes are unchanged.',
      mend: 'Nothing to do.',
    },
    'bbox-ignored': {
      title: 'Bounding box not valid',
      text: 'The bbox of {file} at {pointer} is none: {found}. It was ignored ({count} in all).',
      mend: 'Nothing to do; bounds are computed from the coordinates.',
    },
    'member-misplaced': {
      title: 'Member in the wrong place',
      text: '{file} at {pointer}: RFC 7946 has no “{member}” here; it was not read.',
      mend: 'Check the exporting program; put what is needed into the feature’s geometry or properties.',
    },
  },
  words: {},
} as const;
