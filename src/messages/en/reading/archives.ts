export const archives = {
  codes: {
    'archive-too-large': {
      title: 'Archive too large',
      text: 'Archive {file} unpacks to {count} files of {sizeBytes}, above the limit; it was not read.',
      mend: 'Pack the planning data alone.',
    },
    'archive-empty': {
      title: 'No files in the archive',
      text: 'Archive {file} holds no file that could be read.',
      mend: 'Check what was packed.',
    },
    'archive-broken': {
      title: 'Broken archive',
      text: 'Archive {file} ({sizeBytes}) cannot be unpacked: the transfer broke off, or it has a password.',
      mend: 'Pack it again without a password, or copy it again.',
    },
    'shapefile-part-alone': {
      title: 'Part of a shapefile alone',
      text: 'File {file} belongs to a shapefile whose .shp is missing; it was not read.',
      mend: 'Bring .shp, .dbf, .prj and .cpg together.',
    },
    'shapefile-without-dbf': {
      title: 'Attribute table missing',
      text: '{file} has no .dbf of the same name: shapes without numbers or indicators.',
      mend: 'Bring the .dbf (and .prj, .cpg) along.',
    },
    'shapefile-counts-differ': {
      title: 'Shapes and rows differ',
      text: '{file} has {count} shapes but its table {rowCount} rows: they cannot be matched.',
      mend: 'Make sure .shp and .dbf come from the same export.',
    },
    'shapefile-cut': {
      title: 'Shapefile cut short',
      text: '{file} breaks off after {count} features.',
      mend: 'Copy or export it again.',
    },
    'shape-unreadable': {
      title: 'Shape cannot be read',
      text: 'The shape at {pointer} of {file} is damaged or of an unsupported kind (multipatch).',
      mend: 'Repair the geometry, or turn it into polygons, lines or points.',
    },
    'dbf-broken': {
      title: 'Broken attribute table',
      text: 'The table (.dbf) of {file} is no valid dBASE file.',
      mend: 'Export it again.',
    },
  },
  words: {},
} as const;
