/** What may be wrong with tables of attributes. */
export const drawingsTables = {
  codes: {
    'table-heading-missing': {
      title: 'No heading row',
      text: 'No heading row was found in {file}, so it cannot be told what its columns are.',
      mend: 'Keep one row of column names (such as plot number, FAR), with one plot a row below it.',
    },
  },
  words: {},
} as const;
