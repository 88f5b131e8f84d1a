export const archives = {
  codes: {
    'archive-broken': {
      title: 'Broken archive',
      text: 'Archive {file} ({sizeBytes}) has no whole directory: the transfer broke off, or it is one volume of several.',
      mend: 'Copy it again, or pack everything into one ZIP.',
    },
    'archive-entry-broken': {
      title: 'Broken file in the archive',
      text: '{found} in {archive} cannot be unpacked, or does not match its checksum: it cannot be trusted and was not read.',
      mend: 'Copy the archive again, or ask its maker to pack it again.',
    },
    'archive-encrypted': {
      title: 'Archive with a password',
      text: '{found} in {archive} is locked with a password and cannot be unpacked.',
      mend: 'Unpack it with the password and bring the files in it.',
    },
    'archive-method': {
      title: 'Unsupported compression',
      text: '{found} in {archive} is packed in an unusual way (method {method}) and cannot be unpacked.',
      mend: 'Unpack it and bring the files, or pack it as an ordinary ZIP (Deflate).',
    },
    'archive-too-deep': {
      title: 'Archives nested too deep',
      text: '{file} holds archives within archives, more than {limit} levels; the innermost, {found}, was not unpacked.',
      mend: 'Unpack the inner archives first.',
    },
    'archive-other-kind': {
      title: 'Archive of another kind',
      text: '{file} is a {found} archive; only ZIP can be unpacked here.',
      mend: 'Unpack it and bring the files in it, or pack them as a ZIP.',
    },
    'file-beside': {
      title: 'File not read',
      text: '{file} is no planning data (a report, picture, project or style) and was not read.',
      mend: 'Nothing to do.',
    },
    'nothing-to-read': {
      title: 'Nothing to read',
      text: 'There is no planning data in what was given: only accompanying files, or nothing.',
      mend: 'Bring the .shp with its .dbf and .prj, or a GeoJSON, GeoPackage or other supported file.',
    },
    'shape-unreadable': {
      title: 'Shape cannot be read',
      text: 'The shape of feature {feature} at {pointer} of {file} is damaged or of no kind a shapefile has.',
      mend: 'Repair the geometry in GIS software and export again.',
    },
    'shape-multipatch': {
      title: 'Three-dimensional multipatch',
      text: 'The shape of feature {feature} at {pointer} of {file} is a multipatch, not an outline in the plane: it cannot be a plot or a building.',
      mend: 'Turn it into polygons (ArcGIS: Multipatch Footprint) and keep its height as an attribute.',
    },
    'shapefile-index-followed': {
      title: 'Shapes taken by the index',
      text: '{file} holds {count} {count?shape|shapes} one behind the other, of which its index (.shx) names {other}, as many as the table has rows; the index was followed, the others are left from editing.',
      mend: 'Look at the map; save a fresh copy in GIS software if in doubt.',
    },
    'shapefile-index-differs': {
      title: 'Index and shapes differ',
      text: 'The index (.shx) of {file} does not match the shapes (index {other}, shapes {count}); they were read in the order of the file.',
      mend: 'Check that shapes and attributes belong together; export again if not.',
    },
    'dbf-rows-deleted': {
      title: 'Deleted rows left out',
      text: '{count} {count?row|rows} of the table of {file} {count?is|are} marked as deleted; they and their shapes were not read.',
      mend: 'Restore them in GIS software if they are needed.',
    },
    'dbf-cut': {
      title: 'Attribute table cut short',
      text: 'The table of {file} says it has {expectedCount} {expectedCount?row|rows} but has {count}: copying or exporting broke off.',
      mend: 'Copy or export it again.',
    },
    'dbf-number-asterisks': {
      title: 'Asterisks read as empty',
      text: '{count} {count?cell|cells} of the field “{field}” of {file} {count?holds|hold} asterisks and were read as empty: QGIS and others write empty numbers so, but a number wider than its field ends like this too and is then lost.',
      mend: 'If these features should have values, widen the field and export again.',
    },
    'dbf-text-cut': {
      title: 'Text cut by its field',
      text: '{count} {count?cell|cells} of the field “{field}” of {file} {count?ends|end} within a character; what was left of it was removed.',
      mend: 'Widen the field and export again (a Chinese character takes 2 bytes in GBK, 3 in UTF-8).',
    },
    'dbf-memo': {
      title: 'Memo field not read',
      text: 'The field “{field}” of {file} is a memo or of a special type whose content lies in another file (.dbt, .fpt); it was not read in {count} {count?row|rows}.',
      mend: 'Turn it into a text field and export again if it is needed.',
    },
    'cpg-contradicted': {
      title: 'Declared encoding contradicted',
      text: 'The .cpg of {file} says “{found}” but the text is {other}; it was read as {other}.',
      mend: 'Look at names and other text; if they are garbled choose another encoding under “Sources”.',
    },
    'archive-too-large': {
      title: 'Archive too large',
      text: 'Archive {file} unpacks to {count} {count?file|files} of {sizeBytes}, above the limit; it was not read.',
      mend: 'Pack the planning data alone.',
    },
    'archive-empty': {
      title: 'No files in the archive',
      text: 'Archive {file} holds no file that could be read.',
      mend: 'Check what was packed.',
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
      text: '{file} has {count} {count?shape|shapes} but its table {rowCount} {rowCount?row|rows}: they cannot be matched.',
      mend: 'Make sure .shp and .dbf come from the same export.',
    },
    'shapefile-cut': {
      title: 'Shapefile cut short',
      text: '{file} breaks off after {count} {count?feature|features}.',
      mend: 'Copy or export it again.',
    },
    'dbf-broken': {
      title: 'Broken attribute table',
      text: 'The table (.dbf) of {file} is no valid dBASE file.',
      mend: 'Export it again.',
    },
  },
  words: {},
} as const;
