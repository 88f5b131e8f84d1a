/** KML and drawings: which parts are used, what cannot be read. */
export const drawings = {
  codes: {
    'parts-left-out': {
      title: 'Some layers not used',
      text: '{count} {count?layer|layers} of {file} ({features} shapes) {count?was|were} left out, because nothing tells which layer of the plan they are, or because they are switched off in the drawing: {parts}.',
      mend: 'If one of them belongs to the plan, choose its layer under Sources.',
    },
    'parts-untold': {
      title: 'Layer cannot be told',
      text: '{file} has {count} {count?layer|layers}, and neither names nor contents tell which are plots and which are roads.',
      mend: 'Choose the layer of those you need; leave the others out.',
    },
    'id-in-two-parts': {
      title: 'Number in two layers',
      text: '"{feature}" of layer "{layer}" stands in two sources of {file} ({parts}); which is meant cannot be told.',
      mend: 'If both hold the same plots, leave one of them out under Sources; otherwise correct the number.',
    },
    'kml-broken': {
      title: 'Broken KML',
      text: 'From line {line}, column {column} on, {file} is not valid XML ({found}); what follows cannot be read.',
      mend: 'Export it again; if it was edited by hand, check that tags are paired and "&" is written "&amp;".',
    },
    'kml-empty': {
      title: 'No placemarks in the KML',
      text: '{file} has no Placemark with a shape.',
      mend: 'Check that features were selected for the export; if they lie behind a network link, bring the linked file too.',
    },
    'kml-archive-without-kml': {
      title: 'No KML in the KMZ',
      text: '{file} holds no .kml file, so there are no shapes to read.',
      mend: 'Export the KMZ again, or bring the KML itself.',
    },
    'kml-not-read': {
      title: 'Contents that are no shapes',
      text: '{found} in {file} ({count} {count?time|times}) is no point, line or area and was not read.',
      mend: 'Files behind a NetworkLink are never fetched: bring them along if they are needed. Images and models need nothing done.',
    },
    'kml-without-shape': {
      title: 'Placemark without a shape',
      text: '{count} {count?placemark|placemarks} of {file} {count?has|have} no point, line or area and {count?was|were} not read: {found}.',
      mend: 'Draw the shape and export again if there should be one; a mere remark needs nothing.',
    },
    'kml-parts-dropped': {
      title: 'Points or lines beside an area ignored',
      text: '{count} {count?placemark|placemarks} of {file} {count?joins|join} an area with points, mostly label points, in one shape (for example {pointer}); only the area (or line) was kept.',
      mend: 'Nothing to do; export points or lines separately if they matter.',
    },
    'kml-named-by-name': {
      title: 'Named by their names',
      text: '{count} {count?placemark|placemarks} of {file} {count?has|have} no number, so their names (such as "{found}") serve as numbers.',
      mend: 'Check them; if there are numbers, write them as extended data (for example 地块编号) and export again.',
    },
    'dwg-not-read': {
      title: 'DWG cannot be read',
      text: '{file} is a DWG drawing ({found}). DWG is a closed format and cannot be read here.',
      mend: 'In AutoCAD, ZWCAD or GstarCAD save it as DXF (2007 or newer), and bring the DXF.',
    },
    'dxf-broken': {
      title: 'Damaged DXF',
      text: 'At line {place} (byte, in a binary DXF) of {file} a group code should stand, but there is "{found}"; reading cannot go on.',
      mend: 'Open the drawing in CAD, run AUDIT, and save it as DXF again.',
    },
    'dxf-entity-broken': {
      title: 'Figure of a shape unreadable',
      text: 'On layer “{cadLayer}” of {file}, {pointer} has “{found}” in the place of a coordinate or length. Read as it is it would be another shape: it was not drawn, and lettering within it (number, controls) belongs to nothing.',
      mend: 'Look at this entity in the CAD program, mend the drawing with AUDIT and save it as DXF again.',
    },
    'dxf-cut': {
      title: 'Incomplete DXF',
      text: '{file} breaks off: its drawing (ENTITIES) has no end.',
      mend: 'Copy it or save it as DXF again.',
    },
    'dxf-empty': {
      title: 'Nothing drawn',
      text: 'The model space of {file} holds no points, lines or areas that could be read.',
      mend: 'Make sure the drawing is in model space; bind external references and explode proxy objects first.',
    },
    'dxf-too-large': {
      title: 'Drawing unfolds too large',
      text: 'The blocks of {file} unfold to too many shapes; reading stopped.',
      mend: 'Export only the layers the plan needs (WBLOCK), without trees, paving and the like.',
    },
    'dxf-unit-imperial': {
      title: 'Drawing in imperial units',
      text: '{file} states {unit} as its unit, and its coordinates are not those of a national grid in metres: lengths cannot be told.',
      mend: 'If it was drawn in metres, set the insertion unit to metres with UNITS (INSUNITS=6) and save again; if it is imperial, scale it to metres.',
    },
    'dxf-unit-contradicted': {
      title: 'Unit and coordinates disagree',
      text: '{file} states {unit} as its unit, but only in metres do its coordinates lie on a national grid or have the size of a park; it was read in metres.',
      mend: 'Check the plot areas; set the insertion unit to metres with UNITS (INSUNITS=6).',
    },
    'dxf-unit-scaled': {
      title: 'Converted from the drawing unit',
      text: '{file} is drawn in {unit}; its coordinates were converted to metres.',
      mend: 'Check the plot areas.',
    },
    'dxf-unit-recognised': {
      title: 'Unit told by the coordinates',
      text: '{file} states no unit; only in {unit} do its coordinates lie on a national grid, and so they were converted to metres.',
      mend: 'Check the plot areas.',
    },
    'dxf-not-read': {
      title: 'Some shapes not read',
      text: '{count} {count?entity|entities} of {file} {count?is|are} of kinds that cannot be read: {types}. The shapes of regions and solids are ACIS data, which only CAD can unfold.',
      mend: 'If plots or roads are among them: EXPLODE regions into lines (which are joined to areas here), or use BOUNDARY or HATCH inside them; explode proxy objects in the program that made them; then save again.',
    },
    'dxf-layout-not-read': {
      title: 'Dimensions and layout not read',
      text: 'Dimensions, leaders, images or layout objects of {file} ({count} in all) were not read: {types}.',
      mend: '',
    },
    'dxf-external': {
      title: 'External references missing',
      text: '{file} refers to {count} other {count?drawing|drawings} ({drawings}), whose shapes are not in this file.',
      mend: 'If they are needed, bind the references in CAD (XREF, Bind) and save as DXF again.',
    },
    'dxf-hatch-open': {
      title: 'Open hatch boundaries',
      text: '{count} hatch {count?boundary|boundaries} of {file} {count?does|do} not close or {count?is|are} damaged; these hatches became no areas.',
      mend: 'Make their boundaries anew in CAD (HATCHGENERATEBOUNDARY).',
    },
    'dxf-repeats': {
      title: 'Repeated outlines joined',
      text: '{count} {count?outline|outlines} of {file} {count?coincides|coincide} with another, mostly a boundary and its fill; they were joined and stay on the layer that states the land use, else on the boundary’s.',
      mend: '',
    },
    'dxf-outline-open': {
      title: 'Outline not closed',
      text: 'The ends of polyline {pointer} on layer "{found}" are {gap} m apart: it is not closed and cannot bound a plot.',
      mend: 'Close it in CAD (PEDIT, Close) and save again; it can be found by its handle.',
    },
    'dxf-lines-joined': {
      title: 'Loose lines joined to areas',
      text: '{lines} lines, arcs and open polylines of layer "{found}" enclose {count} {count?area|areas}, and each was read as a shape.',
      mend: 'Check the plot areas. Closed polylines made with BOUNDARY need no joining.',
    },
    'dxf-lines-across': {
      title: 'Borders split between layers',
      text: 'In {file} the lines of these layers end on each other: {layers}. Each layer joined by itself they enclose {apart} {apart?area|areas}, together {together}; they were not joined together.',
      mend: 'If they are borders of the same plots, choose “Join together” under “Borders across layers” (--join-layers on the command line). Lines of roads and the like are only lent and stay where they are.',
    },
    'dxf-lines-joined-across': {
      title: 'Borders joined across layers',
      text: 'In {file} the lines of {layers} together enclose {together} {together?area|areas} ({apart} each layer by itself), which go to the first layer of each group.',
      mend: 'Check them on the map; if they are not meant, choose “Each layer by itself”.',
    },
    'dxf-ends-brought': {
      title: 'Ends brought to their lines',
      text: '{count} {count?end|ends} of lines on layer "{found}" fell short of the nearest line by less than {limitMetres}, what a surveyed boundary point may be off; they were brought to it.',
      mend: '',
    },
    'dxf-lines-apart': {
      title: 'Lines do not meet',
      text: 'Line {pointer} of layer "{found}" ends at {spot} (coordinates of the drawing), {gap} m from the nearest line; so the plots beside it may not be divided, or not be enclosed.',
      mend: 'Join them in CAD with EXTEND, or FILLET with radius 0, and save again; if they are meant to be apart nothing need be done.',
    },
    'dxf-outline-divided': {
      title: 'Closed outline divided by lines',
      text: 'Loose lines divide the closed outline {pointer} of layer "{found}" into parts, {count} of which have numbers of their own: the parts were read and not the whole, so that no land counts twice.',
      mend: 'If the outline is the plot, move the dividing lines to another layer and leave one number in it.',
    },
    'dxf-faces-unnumbered': {
      title: 'Areas without a number not read',
      text: 'The lines of layer "{found}" also enclose {count} {count?area|areas} without a plot number, mostly streets and corners. As the others of the layer have one, these were not read as plots; the largest lies at {spot} (coordinates of the drawing), {areaSquareMetres}.',
      mend: 'If there are plots among them, write their numbers inside and save again.',
    },
    'dxf-lines-crowded': {
      title: 'Too many lines to join',
      text: 'Layer "{found}" has too many lines or crossings; no attempt was made to join them to areas.',
      mend: 'Put the plots’ borders on a layer of their own and save again, or make closed polylines with BOUNDARY.',
    },
    'dxf-texts-read': {
      title: 'Lettering',
      text: '{file} has {count} {count?line|lines} of text: {numbered} outlines got their number from one, {outside} stand in no outline and were not used.',
      mend: '',
    },
    'dxf-number-missing': {
      title: 'Outlines without a number',
      text: '{count} {count?outline|outlines} of layer "{found}" {count?has|have} no plot number inside (for example {pointer}); their handles serve as numbers.',
      mend: 'Move the number’s text into the outline, or renumber after accepting.',
    },
    'dxf-numbers-several': {
      title: 'Several numbers in one outline',
      text: 'Outline {pointer} of layer "{found}" has several numbers inside: {numbers}. Which is meant cannot be told; none was used.',
      mend: 'Check whether a dividing line is missing, or move the other numbers out.',
    },
    'dxf-values-several': {
      title: 'Texts contradict each other',
      text: 'Outline {pointer} has different values of "{source}" inside: {values}. None was used; they are kept as text.',
      mend: 'Leave only the right one in the drawing.',
    },
  },
  words: {
    across: {
      title: 'Borders across layers',
      apart: 'Each layer by itself',
      together: 'Join together',
      apartHint:
        'In {file} the lines of these layers end on each other: {layers}. Each by itself they enclose {apart} {apart?area|areas}, together {together}.',
      togetherHint:
        'In {file} the lines of {layers} were joined together and enclose {together} {together?area|areas} ({apart} each by itself). Lines of roads and the like are only lent and stay where they are.',
      history:
        'In {source} the borders of these layers were joined together and enclose {together} {together?area|areas} ({apart} each by itself): {layers}',
    },
  },
} as const;
