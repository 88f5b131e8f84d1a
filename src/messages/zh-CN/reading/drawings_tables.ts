/** What may be wrong with tables of attributes. */
export const drawingsTables = {
  codes: {
    'table-heading-missing': {
      title: '找不到表头',
      text: '表格 {file} 中没有找到表头行，无法知道各列是什么。',
      mend: '请保留一行列名（如“地块编号、容积率”），下面每行一个地块。',
    },
  },
  words: {},
} as const;
