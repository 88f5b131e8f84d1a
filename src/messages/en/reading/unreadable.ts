/** Single numbers and shapes that cannot be read: the file is kept out, or they are passed over. */
export const unreadable = {
  codes: {},
  words: {
    title: 'What cannot be read',
    refuse: 'Have it mended first',
    skip: 'Go on without it',
    refuseHint:
      'The whole file is kept out because {count} {count?place|places} in it cannot be read; all else can. With “Go on without it”: {outcome}. Each place stays in the issue list, and the history says so.',
    skipHint:
      '{count} {count?place|places} that cannot be read {count?was|were} not used: {outcome}. Each is listed under “Issues”, and the history says so; send the list to whoever made the file.',
    /** Nothing but words (to be settled, see the detailed plan) in the place of numbers. */
    alone: {
      title: 'Words in the place of numbers',
      refuse: 'Read as empty',
      skip: 'Keep present values',
      refuseHint:
        '{count} {count?cell says|cells say} in words that there is no number yet, where the present plan has one. Read as empty, {count?it goes|they go} once this is accepted. Each is listed under “Issues”.',
      skipHint:
        '{count} {count?cell says|cells say} in words that there is no number yet: the present {count?value stays|values stay}, and the history says so. Each is listed under “Issues”.',
    },
    outcome: {
      keptValues: '{count} {count?value stays|values stay} as the present plan has {count?it|them}',
      emptyValues: '{count} {count?value stays|values stay} empty',
      keptShapes: '{count} {count?feature keeps its|features keep their} present shape',
      leftOut:
        '{count} {count?feature|features} {count?is|are} left out (not in the present plan, or the number cannot be read)',
      separator: ', ',
    },
    /** Follows what is wrong: what stands in its place. */
    instead: {
      kept: 'It was not used: the present plan’s {present} stays.',
      empty: 'It was not used and stays empty.',
      'shape-kept': 'It was not used: the feature keeps the shape it has in the present plan.',
      'left-out': 'The feature was left out: the present plan has none of this number whose shape could stand.',
      unknown:
        'The feature was left out: its number cannot be read. If the present plan has it, replacing the layer lists it as removed; please check.',
    },
    verdict: '{count} {count?place|places} that cannot be read {count?was|were} not used ({outcome}).',
    history: 'Passed over in {source}, for it could not be read: {outcome}',
    historyFields: ' ({fields})',
    expected: {
      ratio: 'one number, such as 2.5',
      metres: 'one number, in metres, such as 24',
      squareMetres: 'one area, such as 12000 or 18 mu',
      percent: 'one percentage, such as 35 or 35%',
      people: 'a number of people',
      companies: 'a number of companies',
      floors: 'a number of floors',
      spaces: 'a number of spaces',
    },
  },
} as const;
