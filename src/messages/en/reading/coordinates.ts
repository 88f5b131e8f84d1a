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
      text: 'The shift between {crs} and CGCS2000 is not public: only the projection was undone, and tens of metres to more than a hundred may remain.',
      mend: 'Where the exact place matters, have the surveyors convert the file to CGCS2000.',
    },
    'coordinates-shifted': {
      title: 'Shifted as a whole, like {crs}',
      text: 'The {count} features of file {file} that the plan has too lie {east} m east and {north} m north of them, as {crs} does.',
      mend: 'Correct it as {crs} under Sources if that is so; otherwise it stays as it is.',
    },
  },
  words: {},
} as const;
