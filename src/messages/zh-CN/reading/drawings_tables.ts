/** What may be wrong with tables of attributes. */
export const drawingsTables = {
  codes: {
    'table-heading-missing': {
      title: '找不到表头',
      text: '表格 {file} 中没有找到表头行，无法知道各列是什么。',
      mend: '请保留一行列名（如“地块编号、容积率”），下面每行一个地块。',
    },
    'table-row-unmatched': {
      title: '表中的编号找不到图形',
      text: '表中的编号“{found}”在规划的{layer}中没有对应的图形，该行未使用。',
      mend: '请核对编号，或同时放入这些图形。',
    },
    'table-number-repeated': {
      title: '编号重复',
      text: '{pointer} 的编号“{found}”与 {firstPointer} 指同一{layer}（{feature}），无法判断以哪一行为准。',
      mend: '请只保留一行。',
    },
    'table-number-alike': {
      title: '编号写法不同，已对应',
      text: '表中的编号写作“{found}”，与“{feature}”只差全角、大小写、空格或连字符，已对应到{layer}“{feature}”。',
      mend: '请核对；如不是同一个，请改正编号。',
    },
    'table-number-collides': {
      title: '编号对应不唯一',
      text: '{pointer} 的编号“{found}”不计全角、大小写、空格和连字符时，与多个{layer}相同：{ids}。无法判断是哪一个，该行未使用。',
      mend: '请在表中写出与图形完全一致的编号。',
    },
    'table-number-missing': {
      title: '没有编号列',
      text: '表格 {file} 的 {count} 行没有可用的编号列，无法与{layer}的图形对应。',
      mend: '请加上“地块编号”一类的列，或在“来源”中指定哪一列是编号。',
    },
    'table-features-left': {
      title: '表中未涉及的图形',
      text: '表格 {file} 对应上 {joined} 个{layer}；另有 {count} 个在表中没有对应的行（如 {ids}），保持不变。',
      mend: '如应全部列出，请补齐缺少的行。',
    },
    'table-rows-skipped': {
      title: '已略去的行',
      text: '表格 {file} 有 {count} 行是合计、小计、注释、分组标题或重复的表头（第 {rows} 行，如 {found}），不是要素，未读取。',
      mend: '如其中有应读取的行，请写上编号。',
    },
    'sheets-hidden': {
      title: '隐藏的工作表未读取',
      text: '工作簿 {file} 有 {count} 个隐藏的工作表（{sheets}），未读取。',
      mend: '如需其中的内容，请取消隐藏后重新保存。',
    },
    'sheets-without-table': {
      title: '没有表格的工作表',
      text: '工作簿 {file} 中有 {count} 个工作表里没有找到表头（{sheets}），未读取。',
      mend: '如其中有表格，请保留一行列名。',
    },
    'cells-uncalculated': {
      title: '公式没有结果',
      text: '工作表“{sheet}”有 {count} 个公式没有保存计算结果（{cells}），作空值读取。',
      mend: '请用 Excel 或 WPS 打开并保存一次，使其算出结果。',
    },
    'cells-in-error': {
      title: '公式出错',
      text: '工作表“{sheet}”有 {count} 个单元格是错误值（如 #REF!、#DIV/0!）：{cells}，作空值读取。',
      mend: '请在原表中改正公式。',
    },
    'rows-hidden': {
      title: '含隐藏的行',
      text: '工作表“{sheet}”有 {count} 行被隐藏或筛选掉，也一并读取了。',
      mend: '如不应读取，请删除这些行。',
    },
    'csv-quote-open': {
      title: '引号没有成对',
      text: '表格 {file} 第 {row} 行有一个双引号没有成对，其后的全部内容会被当作一个单元格，因此没有读取。',
      mend: '请在该行补上或删去双引号（单元格里的双引号须写成两个），或由 Excel 重新另存为 CSV。',
    },
    'columns-cut': {
      title: '列数过多',
      text: '工作表“{sheet}”过宽，最右侧 {count} 个单元格未读取。',
      mend: '请删除右侧无关的列。',
    },
    'workbook-broken': {
      title: '工作簿已损坏',
      text: '文件 {file} 是 Excel 工作簿，但无法打开（{found}），多半没有传输完整。',
      mend: '请重新复制，或用 Excel 或 WPS 打开后另存为 .xlsx。',
    },
    'workbook-too-large': {
      title: '工作簿过大',
      text: '工作簿 {file}（{sizeBytes}）展开后超过上限，未读取。',
      mend: '请只保留规划表格，另存为新的 .xlsx。',
    },
    'workbook-compound': {
      title: '旧版表格格式',
      text: '文件 {file} 是 Excel 97–2003 或 WPS 的二进制格式（.xls、.et），不能读取。',
      mend: '请用 Excel 或 WPS 另存为 .xlsx。',
    },
    'workbook-encrypted': {
      title: '工作簿有密码',
      text: '工作簿 {file} 设了打开密码，不能读取。',
      mend: '请取消密码后重新保存。',
    },
    'workbook-binary': {
      title: '二进制工作簿',
      text: '文件 {file} 是 Excel 二进制工作簿（.xlsb），不能读取。',
      mend: '请用 Excel 或 WPS 另存为 .xlsx。',
    },
    'workbook-open-document': {
      title: 'OpenDocument 文件',
      text: '文件 {file} 是 OpenDocument 文件（.ods 等），不能读取。',
      mend: '请用 LibreOffice 或 WPS 另存为 .xlsx。',
    },
    'workbook-web-page': {
      title: '网页冒充表格',
      text: '文件 {file} 以表格为名，内容却是网页（许多系统“导出 Excel”即如此），不能读取。',
      mend: '请用 Excel 或 WPS 打开后另存为 .xlsx。',
    },
    'workbook-xml-2003': {
      title: 'XML 表格 2003',
      text: '文件 {file} 是“XML 表格 2003”，不能读取。',
      mend: '请用 Excel 或 WPS 另存为 .xlsx。',
    },
    'workbook-word': {
      title: 'Word 文档',
      text: '文件 {file} 是 Word 文档，其中的表格不能直接读取。',
      mend: '请把表格复制到 Excel 或 WPS 表格，另存为 .xlsx。',
    },
    'workbook-slides': {
      title: '演示文稿',
      text: '文件 {file} 是演示文稿，不是规划数据。',
      mend: '请把其中的表格复制到 Excel 或 WPS 表格，另存为 .xlsx。',
    },
    'wkt-unreadable': {
      title: '图形文字读不出',
      text: '{pointer}（要素 {feature}）的 WKT 图形写作 {found}，不完整，或是不支持的类型（曲线、几何集合）。',
      mend: '请在 GIS 软件中转为点、线、面后重新导出。',
    },
    'wkt-srids-differ': {
      title: '坐标系不一',
      text: '表格 {file} 各行的 SRID 不同：{found}，无法按一个坐标系读取。',
      mend: '请转换到同一坐标系后重新导出。',
    },
    'table-position-unreadable': {
      title: '坐标读不出',
      text: '{pointer} 的坐标写作 {found}，读不出数值；少了这一点，图形就不对了。',
      mend: '请改为一个数值（米或度）。',
    },
    'table-positions-unused': {
      title: '坐标列未作图形',
      text: '表格 {file} 每行有一个坐标点（{columns}），而{layer}是面状图形；坐标列原样保留，各行按编号连接到图形。',
      mend: '如应作为点状图层（地标、轨道站点），请在“来源”中指定图层。',
    },
    'boundary-points-read': {
      title: '由界址点成面',
      text: '表格 {file} 是界址点坐标表：{pointCount} 个点连成 {count} 个地块。',
      mend: '请在地图上核对形状；点须按顺序排列。',
    },
    'boundary-too-short': {
      title: '界址点太少',
      text: '要素 {feature} 有一圈界址点不足三个（共 {count} 个点），不能成面。',
      mend: '请补齐界址点。',
    },
    'boundary-line-broken': {
      title: '界址点读不出',
      text: '要素 {feature} 的 {pointer} 写作 {found}，不是“点号,圈号,X,Y”。',
      mend: '请改正这一行。',
    },
    'boundary-count-differs': {
      title: '界址点数不符',
      text: '要素 {feature} 写明有 {expectedCount} 个界址点，实际读到 {count} 个。',
      mend: '请核对是否漏了点。',
    },
    'boundary-empty': {
      title: '没有地块',
      text: '文件 {file} 的“[地块坐标]”下没有以 @ 结尾的地块行。',
      mend: '请确认文件没有截断。',
    },
  },
  words: {
    /** Names of a written workbook's sheets; read again, each tells its layer. */
    sheetTitles: {
      zones: '重点区域',
      phases: '分期',
      water: '水域',
      green: '绿地',
      roads: '道路',
      metro: '轨道交通',
      plots: '地块',
      buildings: '建筑',
      landmarks: '地标',
    },
    /** The column of a feature's own number. */
    numberTitles: {
      zones: '编号',
      phases: '编号',
      water: '编号',
      green: '编号',
      roads: '道路编号',
      metro: '编号',
      plots: '地块编号',
      buildings: '建筑编号',
      landmarks: '编号',
    },
    /** Titles in a table where the field's own would be taken for another. */
    columnTitles: { status: '规划状态', landUseName: '用地名称' },
  },
} as const;
