/** KML and drawings: which parts are used, what cannot be read. */
export const drawings = {
  codes: {
    'parts-left-out': {
      title: 'Some layers not used',
      text: '{count} layers of {file} ({features} shapes) were left out, because nothing tells which layer of the plan they are, or because they are switched off in the drawing: {parts}.',
      mend: 'If one of them belongs to the plan, choose its layer under Sources.',
    },
    'parts-untold': {
      title: 'Layer cannot be told',
      text: '{file} has {count} layers, and neither names nor contents tell which are plots and which are roads.',
      mend: 'Choose the layer of those you need; leave the others out.',
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
      text: '{found} in {file} ({count} times) is no point, line or area and was not read.',
      mend: 'Files behind a NetworkLink are never fetched: bring them along if they are needed. Images and models need nothing done.',
    },
    'kml-parts-dropped': {
      title: 'Points or lines beside an area ignored',
      text: '{count} placemarks of {file} join an area with points, mostly label points, in one shape (for example {pointer}); only the area (or line) was kept.',
      mend: 'Nothing to do; export points or lines separately if they matter.',
    },
    'kml-named-by-name': {
      title: 'Named by their names',
      text: '{count} placemarks of {file} have no number, so their names (such as "{found}") serve as numbers.',
      mend: 'Check them; if there are numbers, write them as extended data (for example 地块编号) and export again.',
    },
  },
  words: {},
} as const;
