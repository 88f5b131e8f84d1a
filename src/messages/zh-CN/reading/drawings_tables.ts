/** What may be wrong with tables of attributes. */
export const drawingsTables = {
  codes: {
    'table-heading-missing': {
      title: '找不到表头',
      text: '表格 {file} 中没有找到表头行，无法知道各列是什么。',
      mend: '请保留一行列名（如“地块编号、容积率”），下面每行一个地块。',
    },
    'table-row-unmatched': {
      title: '表中的地块找不到图形',
      text: '第 {pointer} 处的编号“{found}”在规划中没有对应地块，该行未使用。',
      mend: '请核对地块编号，或同时导入这些地块的图形。',
    },
    'table-number-repeated': {
      title: '编号重复',
      text: '表格中的编号“{found}”出现多次，无法判断以哪一行为准。',
      mend: '请只保留一行。',
    },
  },
  words: {},
} as const;
