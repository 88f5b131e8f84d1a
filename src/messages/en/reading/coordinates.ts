export const coordinates = {
  codes: {
    'crs-unsupported': {
      title: 'Coordinate system not known',
      text: 'File {file} states the coordinate system “{found}”, which cannot be converted here; it was judged by its numbers instead.',
      mend: 'Check which system it is; choose another under Sources if the judgement is wrong, or export in EPSG:4490.',
    },
    'crs-contradicted': {
      title: 'Stated system and numbers disagree',
      text: 'File {file} states {found} (degrees), but {x}, {y} cannot be degrees; it was judged by its numbers instead.',
      mend: 'Check whether the label was changed without converting the coordinates.',
    },
    'crs-ambiguous': {
      title: 'Several coordinate systems are possible',
      text: 'File {file} states no coordinate system; its numbers have {count} readings: {candidates}. They lie up to more than a kilometre apart, so none is guessed.',
      mend: 'Choose one (--crs on the command line), or export with the coordinate system (.prj).',
    },
    'coordinates-far-off': {
      title: 'Far from the present plan',
      text: 'Read in {found}, file {file} lies about {distanceKilometres} km from the present plan.',
      mend: 'Unless it is another park, check the coordinate system and zone.',
    },
    'coordinates-read-declared': {
      title: 'Coordinates converted',
      text: 'The {count} features of file {file} were converted to degrees from {crs}, as the file states{swapped}.',
      mend: '',
    },
    'coordinates-read-recognised': {
      title: 'Converted from a recognised system',
      text: 'File {file} states no usable coordinate system; its numbers are {crs}{swapped}, and its {count} features were converted to degrees.',
      mend: 'Check the place on the map; choose another system under Sources if it is wrong.',
    },
    'coordinates-read-chosen': {
      title: 'Converted from the chosen system',
      text: 'The {count} features of file {file} were converted to degrees from {crs}, as chosen{swapped}.',
      mend: '',
    },
    'datum-not-shifted': {
      title: 'Datum not shifted',
      text: 'The shift between {crs} and CGCS2000 is not public: of the {count} features only the projection was undone, and they are usually still off by tens of metres to somewhat more than a hundred.',
      mend: 'Where three features or more are the plan’s too, the shift is measured for you to confirm; otherwise have the surveyors convert the file to CGCS2000.',
    },
    'datum-not-shifted-degrees': {
      title: 'Datum not shifted',
      text: '{crs} means degrees of an older datum, whose shift to CGCS2000 is not public: the degrees of the {count} features are taken as they stand{swapped}, and are usually off by tens of metres to somewhat more than a hundred.',
      mend: 'Where three features or more are the plan’s too, the shift is measured for you to confirm; otherwise have the surveyors convert the file to CGCS2000.',
    },
    'coordinates-datum-difference': {
      title: 'Difference of the datums measured',
      text: 'Read in {crs}, its datum not shifted, {count} of the {compared} features of file {file} that the plan has too lie {shift} of them, all by the same (within {spreadMetres}): most likely how this datum and CGCS2000 differ here.',
      mend: 'Correct it by the measured shift under Sources (--place-by-plan on the command line) if that is so; otherwise it stays as it is.',
    },
    'coordinates-shifted': {
      title: 'Shifted as a whole, like {crs}',
      text: 'The {count} features of file {file} that the plan has too lie {shift} of them, as {crs} does; with its formula undone point by point they lie within {remainingMetres} of the plan.',
      mend: 'Correct it as {crs} under Sources if that is so; otherwise it stays as it is.',
    },
    'crs-doubtful': {
      title: 'Stated system is doubtful',
      text: 'File {file} states {found}, but read so, its features lie {offMetres} m from the same ones of the present plan; read in {candidate}, {count} of them lie where the plan has them (within {distanceMetres} m).',
      mend: 'Choose under Sources (--crs on the command line); most likely the label is wrong.',
    },
    'coordinates-zero': {
      title: 'Coordinates are 0, 0',
      text: 'Feature {feature} of file {file} has {vertices} vertices at 0, 0, which programs write where coordinates are missing.',
      mend: 'Put these vertices right in the original file, or remove the feature.',
    },
    'coordinates-stray': {
      title: 'Far from the rest of its file',
      text: 'Feature {feature} of file {file} has a vertex about {distanceKilometres} km from the rest of the file.',
      mend: 'Check whether a digit is missing or too many, or whether it is in another coordinate system.',
    },
    'coordinates-local-grid': {
      title: 'Local grid that matching features can place',
      text: 'The coordinates of file {file} are in no known system, but {count} of its features are the plan’s too: a rotation of {rotationDegrees}°, a scale of {partsPerMillion} ppm and a shift bring them there, with {rmsMetres} m RMS left.',
      mend: 'Check it under Sources and use it (on the command line give --control-points).',
    },
    'coordinates-mixed-service': {
      title: 'Part of the file is shifted, like {crs}',
      text: 'Of the {compared} features of file {file} that the plan has too, {others} lie where the plan has them, but {count} all lie {shift}, as {crs} does: {features}. Most likely two sources were put into one file.',
      mend: 'Save these features as a file of their own and load that: it can then be corrected as {crs}. Features that match nothing could be of either part; check them as well.',
    },
    'coordinates-mixed': {
      title: 'Part of the file is shifted',
      text: 'Of the {compared} features of file {file} that the plan has too, {others} lie where the plan has them, but {count} all lie {shift}: {features}. Most likely two sources in different systems were put into one file.',
      mend: 'Unless they were moved on purpose, save these features as a file of their own and load that: it can then be corrected by the measured shift. Features that match nothing could be of either part; check them as well.',
    },
    'coordinates-older-datum': {
      title: 'Shifted as a whole, like an older datum',
      text: 'Read in {crs}, the {count} features of file {file} that the plan has too lie {shift} of them. That is neither GCJ-02 nor BD-09; most likely they are Xian 1980 or Beijing 1954 coordinates, or shifted locally.',
      mend: 'Correct it by the measured shift under Sources if that is so; otherwise it stays as it is.',
    },
    'coordinates-beside': {
      title: 'Shifted as a whole',
      text: 'Read in {crs}, {count} of the {compared} features of file {file} that the plan has too lie {shift} of them, all by the same (within {spreadMetres}): hardly one edit after another, rather a matter of system, datum or export.',
      mend: 'If they were not moved on purpose, correct it by the measured shift under Sources; otherwise it stays as it is.',
    },
    'coordinates-shift-corrected': {
      title: 'Shift corrected',
      text: 'The {count} features of file {file} were read in {crs}{swapped} and shifted within {plane}: {eastMetres} m east, {northMetres} m north.',
      mend: '',
    },
    'coordinates-transformed': {
      title: 'Converted from a local grid',
      text: 'The {count} features of file {file} were converted from a local grid to {plane}{swapped}: rotation {rotationDegrees}°, scale {partsPerMillion} ppm.',
      mend: 'Check the place on the map.',
    },
  },
  words: {
    localGrid: 'Local grid (placed by a transform)',
    noSystem: 'The coordinates are in no known system; name one here',
    lookAlikes: 'Older datums with like numbers',
    matched: { number: '{count} features of the same number', shape: '{count} features of the same shape' },
    onPlan: '{share}% of its features lie on present plots',
    fromFirst: '{distance} from {first}',
    matchedShift: '{matched}: {shift}',
    proposal: {
      outline: 'where it would lie',
      'map-shift': {
        text: '{matched} all lie {shift}, agreeing within {spread}; {crs} would put them {expected} here. Undone point by point, they lie within {remaining} of the present plan.',
        projected: 'The file is written in “{system}”, but the degrees that were projected are {crs}.',
      },
      constantShift: {
        title: 'Beside the present plan as a whole',
        olderTitle: 'Shifted as a whole: perhaps an older datum',
        text: 'Read in “{crs}”, {matched} all lie {shift} ({compared} match the plan). Unless they were moved on purpose, the measured shift can be taken back.',
        olderText:
          'Read in “{crs}”, {matched} all lie {shift}. That is neither GCJ-02 nor BD-09: most likely Xian 1980 or Beijing 1954 coordinates, or a local shift. The measured shift can be taken back (a translation in the plane).',
        datumTitle: 'Difference of the datums measured',
        datumText:
          'Read in “{crs}”, its datum not shifted, {matched} all lie {shift} ({compared} match the plan): most likely how this datum and CGCS2000 differ here. The measured shift can be taken back (a translation in the plane).',
        consent: 'Correct by the measured shift',
      },
      localGrid: {
        title: 'A local grid that matching features can place',
        text: 'The coordinates are in no known system, but {matched} meet the present plan after a rotation, a scale and a shift. Look at the residuals before you use it.',
        consent: 'Use this transform',
      },
    },
    facts: {
      rotation: 'Rotation (counter-clockwise)',
      scale: 'Scale',
      scaleValue: '{ppm} ppm',
      residuals: 'Residuals',
      residualsValue: '{rms} RMS, {max} at most ({count} places)',
      plane: 'Leads to',
    },
    points: {
      title: 'Place it by control points (local grid)',
      hint: 'One control point a line: local x, y, then longitude, latitude, or easting, northing. Paste from a spreadsheet as it is. Two points at least; three or more can be checked.',
      label: 'Control points',
      plane: 'System of eastings and northings (not needed for degrees)',
      swapped: 'Local coordinates give north first, then east',
      swappedFound: 'Local coordinates give north first: the axes were swapped as the points tell.',
      line: 'Line',
      residual: 'Residual',
      residualOf: 'Residual of each control point',
      twoOnly: 'Two points leave nothing over: residuals are zero whatever was mistyped. Add a third.',
      oddScale: 'The scale is {scale}, far from 1: check the units (millimetres, feet) and the points.',
      faulty: 'Line {lines}: four numbers are expected.',
      faults: {
        'too-few': 'Two control points at least are needed.',
        'same-place': 'The points are all one place.',
        'mixed-targets': 'Some targets look like degrees, some like metres.',
        'plane-needed': 'Choose the system of the eastings and northings.',
        'plane-unknown': 'The chosen system cannot be converted.',
      },
      apply: 'Place by these points',
    },
  },
} as const;
