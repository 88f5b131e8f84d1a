/** What may be wrong with GeoPackage, FlatGeobuf and TopoJSON files. */
export const containers = {
  codes: {
    'geopackage-journal-read': {
      title: 'Latest edits read from the log',
      text: 'The latest edits of {file} still lay in the -wal file beside it; they were read with it.',
      mend: 'Nothing to do.',
    },
    'geopackage-not-one': {
      title: 'Not a GeoPackage',
      text: '{file} is an SQLite database without the table of contents of a GeoPackage, so its layers cannot be told.',
      mend: 'Save it as GeoPackage (.gpkg) in GIS software.',
    },
    'geopackage-without-tables': {
      title: 'No layers',
      text: '{file} has no table of features or attributes.',
      mend: 'Check that layers were chosen for the export, then export again.',
    },
    'geopackage-view': {
      title: 'View not read',
      text: '{found} in {file} is a view or a missing table and was not read.',
      mend: 'Save it as an ordinary layer if its features are needed.',
    },
    'geopackage-journal': {
      title: 'Latest edits may be missing',
      text: '{file} is in write-ahead mode: the latest edits may still lie in the -wal file beside it, which did not come along.',
      mend: 'Close the GIS software that has it open and drop it again, or save a copy.',
    },
    'geopackage-computed': {
      title: 'Computed column not read',
      text: '{field} of table {table} in {file} is computed by the database when asked for: the file does not hold its values, and it was not read.',
      mend: 'Save the table as an ordinary layer if the column is needed.',
    },
    'container-damaged': {
      title: 'Damaged file',
      text: '{file} could not be read to its end ({found}).',
      mend: 'Export it anew, or transfer it again.',
    },
    'container-shape-damaged': {
      title: 'Damaged shape',
      text: 'The shape of feature {feature} at {pointer} of {file} could not be read ({found}).',
      mend: 'Mend the geometry in GIS software and export again.',
    },
    'container-curve': {
      title: 'Curved shape',
      text: 'Feature {feature} at {pointer} of {file} has a curved shape ({found}), which cannot be used.',
      mend: 'Turn curves into line segments, then export again.',
    },
    'container-row-damaged': {
      title: 'Damaged record',
      text: 'The record at {pointer} of {file} is damaged ({found}): its number, attributes and shape cannot be read.',
      mend: 'Delete or enter this row anew in GIS software and export again, or transfer the file again.',
    },
    'container-blob': {
      title: 'Binary field not read',
      text: 'Field {field} of {file} holds binary content (photos, attachments) and was not read.',
      mend: 'Nothing to do unless it is needed.',
    },
    'container-count': {
      title: 'Features missing',
      text: '{file} states {expected} features, {count} were read.',
      mend: 'The file is most likely cut short: export or transfer it again.',
    },
    'topojson-incomplete': {
      title: 'Incomplete TopoJSON',
      text: '{file} lacks objects or arcs, so it holds no shapes.',
      mend: 'Export it again, or use GeoJSON.',
    },
    'topojson-object': {
      title: 'Not an object',
      text: '{pointer} of {file} should be a shape, but is a {found}.',
      mend: 'Export the file again.',
    },
    'topojson-arc': {
      title: 'Missing arc',
      text: '{pointer} of {file} names arc {found}, but of the {count} {count?arc|arcs} none fits.',
      mend: 'Export the TopoJSON anew from its source.',
    },
    'topojson-too-large': {
      title: 'Too many points',
      text: '{file} unfolds to more than {limit} points; reading stopped.',
      mend: 'Split it by layer and export again.',
    },
  },
  words: {},
} as const;
