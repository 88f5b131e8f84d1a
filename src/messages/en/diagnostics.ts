import { findingWords } from './finding_words.ts';

/** What may be wrong with a file: by code, what it is called, what is wrong and why it matters, and how to mend it. */
export const diagnostics = {
  codes: {
    'file-empty': {
      title: 'Empty file',
      text: '{file} is empty: there is nothing to read.',
      mend: 'Export it again and make sure its size is not 0.',
    },
    'file-too-large': {
      title: 'File too large',
      text: '{file} has {sizeBytes}, above the limit of {limitBytes}: a browser cannot hold its text and its features at once.',
      mend: 'Split it by layer, or export with fewer decimals (6 to 7 give decimetres).',
    },
    'file-other-format': {
      title: 'A format that is not read',
      text: '{file} is {format}, which cannot be read as it is.',
      mend: 'Save it as GeoPackage, Shapefile or GeoJSON in a GIS program, with its coordinate system.',
    },
    'file-unknown': {
      title: 'Unknown kind of file',
      text: '{file} is none of the kinds that are read (it begins with “{found}”).',
      mend: 'Make sure it is whole and its ending right. GeoJSON, shapefiles, GeoPackage, FlatGeobuf, KML, DXF, XLSX, CSV and others can be read.',
    },
    'file-picture': {
      title: 'A picture or document, not data',
      text: '{file} is {format}: it holds no shapes with coordinates, so no plots can be read from it.',
      mend: 'Ask its maker for the data: DXF, a shapefile, GeoPackage or GeoJSON; save tables as XLSX or CSV.',
    },
    'source-empty': {
      title: 'No features',
      text: '{file} holds no features or rows: there is nothing to update from.',
      mend: 'Check the filter and the selection of the export, and export it again.',
    },
    'json-name-repeated': {
      title: 'A name written twice',
      text: '{file} has “{found}” twice in one object in {count} {count?place|places} (for example {pointer}); only the later value was used, the earlier one was not read.',
      mend: 'Check which of the values is right and leave only that one; if a program exported it, look for fields of the same name.',
    },
    'file-not-utf8': {
      title: 'Not UTF-8',
      text: '{file} is not UTF-8 from line {line} on (it looks like {encoding}); read anyway, its Chinese would turn to rubbish.',
      mend: 'Export it as UTF-8, or save it as UTF-8 in a text editor.',
    },
    'file-byte-order-mark': {
      title: 'Byte order mark',
      text: '{file} begins with a UTF-8 byte order mark. It was skipped here; some GIS programs stumble over it.',
      mend: 'Save it as UTF-8 without BOM if other programs are to read it.',
    },
    'file-html': {
      title: 'A web page, not data',
      text: '{file} holds a web page: most likely a login or error page was saved in place of the data.',
      mend: 'Check the address and the login, then download it again.',
    },
    'file-nested-too-deep': {
      title: 'Nested too deep',
      text: '{file} is nested {depth} deep, above the limit of {limit}; a plan has about ten.',
      mend: 'The file is most likely damaged: export it again from its source.',
    },
    'file-unreadable': {
      title: 'Reading the file broke off',
      text: 'File {file} could not be read to its end: it may have been moved, deleted or written to, or its drive or network has gone.',
      mend: 'Make sure the file is still there, then drop it once more.',
    },
    'file-beyond-memory': {
      title: 'Not enough memory',
      text: 'This machine has not enough memory at present for file {file} ({sizeBytes}).',
      mend: 'Close other programs and pages and try again, split the file by area, or use the command line.',
    },
    'file-truncated': {
      title: 'Incomplete file',
      text: '{file} breaks off at line {line}, column {column} (it has {sizeBytes}): a copy or an export was most likely cut short.',
      mend: 'Copy or export it again and compare the sizes.',
    },
    'file-json-broken': {
      title: 'Broken JSON',
      text: '{file}, line {line}, column {column}: expected {expected}, found “{found}”. {hint}',
      mend: 'Mend that place, or export the file again from a GIS program.',
    },
    'file-unused': {
      title: 'File not used',
      text: 'plan.json does not name {file}, so it was not read.',
      mend: 'If it belongs to the plan, name it under layers in plan.json.',
    },
    'not-geojson': {
      title: 'Not GeoJSON',
      text: '{file} is JSON but not GeoJSON: expected a FeatureCollection or a Feature, found {found}.',
      mend: 'Export it as GeoJSON (a feature collection), a shapefile or GeoPackage; save tables as XLSX or CSV.',
    },
    'features-missing': {
      title: 'No list of features',
      text: '{file} calls itself a FeatureCollection but has no list named features, so there is nothing to read.',
      mend: 'Export it again, or add "features": […].',
    },
    'geometry-alone': {
      title: 'A geometry without an id',
      text: '{file} holds a bare geometry ({found}) without id and fields: nobody can tell which plot or area it is.',
      mend: 'Export it as a feature with an id or plot number.',
    },
    'crs-not-geographic': {
      title: 'Not longitude and latitude',
      text: '{file} states the coordinate system {found}. GeoJSON is longitude and latitude (WGS84 or CGCS2000); read as it is, it would lie in the wrong place.',
      mend: 'Convert it to EPSG:4490 or EPSG:4326 in a GIS program and save it as GeoJSON.',
    },
    'coordinates-projected': {
      title: 'Coordinates look projected',
      text: '{file} has {count} {count?coordinate|coordinates} that cannot be degrees (the first is {x}, {y}). They look like metres of {crs}{swapped}.',
      mend: 'Convert the data from {crs} to longitude and latitude (EPSG:4490 or EPSG:4326) and export it again.',
    },
    'coordinates-swapped': {
      title: 'Latitude before longitude',
      text: '{file} has {count} {count?coordinate|coordinates} with a latitude beyond ±90° (the first is {x}, {y}): most likely latitude was written first.',
      mend: 'GeoJSON wants [longitude, latitude]: swap them and export again.',
    },
    'coordinates-out-of-range': {
      title: 'Coordinates out of range',
      text: '{file} has {count} {count?coordinate|coordinates} beyond ±180° longitude or ±90° latitude (the first is {x}, {y}) that {count?lies|lie} nowhere.',
      mend: 'Find out the coordinate system, convert to EPSG:4490 or EPSG:4326 and export again.',
    },
    'feature-invalid': {
      title: 'Not a feature',
      text: 'Expected a feature ("type": "Feature") at {pointer}, found {found}.',
      mend: 'Remove it, or make it a whole feature.',
    },
    'id-invalid': {
      title: 'Id of the wrong type',
      text: 'The id of feature {feature} must be text or a number, found {found}; without a sound id it cannot be compared with the plan.',
      mend: 'Make the id a text; for a plot, its number.',
    },
    'properties-invalid': {
      title: 'Fields of the wrong type',
      text: 'The properties of feature {feature} must be names with values, found {found}.',
      mend: 'Export the fields again; write {} when there are none.',
    },
    'bbox-invalid': {
      title: 'Wrong bounding box',
      text: 'The bbox of feature {feature} must be 4 or 6 numbers, found {found}.',
      mend: 'Remove the bbox: this program does not need it.',
    },
    'geometry-missing': {
      title: 'No geometry',
      text: 'Feature {feature} has no geometry: it can be neither drawn nor measured.',
      mend: 'Draw it in a GIS program, or remove the feature.',
    },
    'geometry-type-unknown': {
      title: 'Unknown kind of geometry',
      text: 'Feature {feature} has a geometry of type {found}; a point, line or polygon, single or multiple, is expected.',
      mend: 'Split geometry collections, turn curves into lines, and export again.',
    },
    'geometry-type-not-allowed': {
      title: 'Geometry does not fit the layer',
      text: 'Features of the layer {layer} must be {allowed}; feature {feature} is {found}.',
      mend: 'Check which layer the file belongs to; make polygons of boundary lines.',
    },
    'coordinates-invalid': {
      title: 'Coordinates of the wrong shape',
      text: 'The coordinates of feature {feature} at {pointer} must be a list, found {found}.',
      mend: 'Export the feature again from a GIS program.',
    },
    'coordinates-empty': {
      title: 'No coordinates',
      text: 'The coordinates of feature {feature} at {pointer} are an empty list: there is no shape.',
      mend: 'Draw the shape, or remove the feature.',
    },
    'position-invalid': {
      title: 'Wrong position',
      text: 'The position of feature {feature} at {pointer} must be two numbers [longitude, latitude], found {found}.',
      mend: 'Mend the position; write numbers without quotes.',
    },
    'line-too-short': {
      title: 'Line too short',
      text: 'The line of feature {feature} at {pointer} has {count} {count?point|points}; it needs two.',
      mend: 'Add points, or remove the line.',
    },
    'ring-too-short': {
      title: 'Too few points',
      text: 'The ring of feature {feature} at {pointer} has {count} {count?point|points}; a closed ring needs four, the first repeated at the end.',
      mend: 'Complete the outline, or remove the feature.',
    },
    'ring-not-closed': {
      title: 'Outline not closed',
      text: 'The ring of feature {feature} at {pointer} begins at {first} and ends at {last}, so it bounds no area.',
      mend: 'Let the last point be the first one.',
    },
    'structure-invalid': {
      title: 'Not sound GeoJSON',
      text: 'Feature {feature} does not pass the check of its GeoJSON structure: {detail}',
      mend: 'Export the feature again from a GIS program.',
    },
    'id-missing': {
      title: 'No id',
      text: 'The feature at {pointer} of the layer {layer} has no id (for a plot, its number): it cannot be compared or referred to.',
      mend: 'Give it an id; a plot may have its number as number, plotNumber or 地块编号.',
    },
    'id-repeated': {
      title: 'Repeated id',
      text: 'The id “{feature}” occurs more than once in the layer {layer} (first at {firstPointer}): nobody can tell which is meant.',
      mend: 'Make each id unique in its layer.',
    },
    'plot-number-repeated': {
      title: 'Repeated plot number',
      text: 'The plot number “{feature}” occurs more than once (first at {firstPointer}), so its controls belong to no certain plot.',
      mend: 'Renumber one of them; make parts of one plot a multi-polygon.',
    },
    'id-in-two-files': {
      title: 'One feature in two files',
      text: 'Feature “{feature}” of the layer {layer} is in two of the files: nobody can tell which holds.',
      mend: 'Keep it in one file only.',
    },
    'layer-undecided': {
      title: 'Which layer?',
      text: 'Neither the fields nor the name of {file} tell which layer it is ({count} {count?feature|features}).',
      mend: 'Choose the layer, or name it in the file name or in a field called layer.',
    },
    'layer-empty': {
      title: 'No features',
      text: '{file} is an empty feature collection, while the layer {layer} now has {count} {count?feature|features}. Most likely nothing was selected when it was exported; an empty file deletes nothing.',
      mend: 'Check what was selected and export it again. To empty the layer on purpose, take it out of layers in plan.json and publish the plan anew.',
    },
    'field-missing': {
      title: 'Field missing',
      text: 'Feature {feature} lacks the required field “{field}”.',
      mend: 'Add the field and try again.',
    },
    'field-type': {
      title: 'Field of the wrong type',
      text: '“{field}” of feature {feature} must be {expected}, found {found}; it could not be compared or counted.',
      mend: 'Mend the value. Write numbers without quotes and without units.',
    },
    'field-choice': {
      title: 'Value not allowed',
      text: '“{field}” of feature {feature} is {found}; it must be one of: {allowed}.',
      mend: 'Use one of the values listed.',
    },
    'field-range': {
      title: 'Value out of range',
      text: '“{field}” of feature {feature} is {found}; it must be {range}. Check the unit: percentages are 0–100, lengths metres, areas square metres.',
      mend: 'Mend the value.',
    },
    'field-number': {
      title: 'Number too large',
      text: '“{field}” of feature {feature} is too large a number to hold ({found}) and would be lost on saving.',
      mend: 'Mend the value.',
    },
    'field-unknown': {
      title: 'Field not in the dictionary',
      text: '{count} {count?feature|features} of the layer {layer} {count?carries|carry} “{field}”, which the dictionary does not know. It is kept as it is, but neither checked nor shown.',
      mend: 'If it is a control, use the name the data format gives it.',
    },
    'field-null': {
      title: 'Empty field',
      text: '“{field}” is empty (null) in {count} {count?feature|features} of the layer {layer}: it counts as not stated.',
      mend: 'Fill it in if there is a value.',
    },
    'more-of-the-same': {
      title: 'More of the same',
      text: '“{of}” occurs {count} {count?time|times} in {file}; the first {shown} are listed.',
      mend: 'Mend them all as said above, then load the file again.',
    },
    'manifest-missing': {
      title: 'No manifest',
      text: 'There is no plan.json, so nobody can tell the layers and targets.',
      mend: 'Choose plan.json too, or the folder the plan is in.',
    },
    'manifest-unreadable': {
      title: 'Manifest not readable',
      text: '{file} could not be held against its schema. {detail}',
      mend: 'Compare it with data/schema/plan.schema.json.',
    },
    'manifest-member-missing': {
      title: 'Manifest incomplete',
      text: '{file} lacks {member}, which is required.',
      mend: 'Add it as data/schema/plan.schema.json says.',
    },
    'manifest-member-type': {
      title: 'Wrong type in the manifest',
      text: '{member} of {file} must be {expected}, found {found}.',
      mend: 'Mend it as data/schema/plan.schema.json says.',
    },
    'manifest-member-value': {
      title: 'Wrong value in the manifest',
      text: '{member} of {file} is {found}, which is not allowed ({rule}: {expected}).',
      mend: 'Mend it as data/schema/plan.schema.json says.',
    },
    'manifest-member-unknown': {
      title: 'Unknown member of the manifest',
      text: '{member} of {file} is not part of the format. It is kept but does nothing; its name may be misspelt.',
      mend: 'Check the name.',
    },
    'manifest-file-repeated': {
      title: 'One file named twice in the manifest',
      text: '{member} of {file} is {found}, the same file as {other}: saved, one would overwrite the other.',
      mend: 'Give every layer a file of its own.',
    },
    'layer-file-missing': {
      title: 'Layer file missing',
      text: 'The manifest says the layer {layer} is in {path}, but there is no such file: the plan is incomplete.',
      mend: 'Add the file, or remove the layer from the manifest.',
    },
  },
  words: findingWords,
};
