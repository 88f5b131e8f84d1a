/** What may be wrong with tables of attributes. */
export const drawingsTables = {
  codes: {
    'table-heading-missing': {
      title: 'No heading row',
      text: 'No heading row was found in {file}, so it cannot be told what its columns are.',
      mend: 'Keep one row of column names (such as plot number, FAR), with one plot a row below it.',
    },
    'table-row-unmatched': {
      title: 'Row without a plot',
      text: 'The number "{found}" at {pointer} is no plot of the plan; the row is not used.',
      mend: 'Check the number, or bring the plots’ shapes too.',
    },
    'table-number-repeated': {
      title: 'Number repeated',
      text: 'The number "{found}" stands in several rows; which is meant cannot be told.',
      mend: 'Keep one of the rows.',
    },
  },
  words: {},
} as const;
