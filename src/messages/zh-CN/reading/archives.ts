export const archives = {
  codes: {
    'archive-too-large': {
      title: '压缩包过大',
      text: '压缩包 {file} 展开后有 {count} 个文件、{sizeBytes}，超过上限，未读取。',
      mend: '请只打包规划数据。',
    },
    'archive-empty': {
      title: '压缩包里没有文件',
      text: '压缩包 {file} 里没有可读取的文件。',
      mend: '请确认打包的内容。',
    },
    'archive-broken': {
      title: '压缩包已损坏',
      text: '压缩包 {file}（{sizeBytes}）无法展开，多半是传输中断，或加了密码。',
      mend: '请重新打包（不加密码）或重新复制。',
    },
    'shapefile-part-alone': {
      title: '单独的 Shapefile 附属文件',
      text: '文件 {file} 是 Shapefile 的附属文件，没有同名的 .shp，未读取。',
      mend: '请把 .shp、.dbf、.prj、.cpg 一起放入。',
    },
    'shapefile-without-dbf': {
      title: '缺少属性表',
      text: '{file} 没有同名的 .dbf，只有图形、没有编号和指标。',
      mend: '请把同名的 .dbf（以及 .prj、.cpg）一起放入。',
    },
    'shapefile-counts-differ': {
      title: '图形与属性数目不同',
      text: '{file} 有 {count} 个图形，属性表却有 {rowCount} 行，无法一一对应。',
      mend: '请确认 .shp 与 .dbf 出自同一次导出。',
    },
    'shapefile-cut': {
      title: 'Shapefile 不完整',
      text: '{file} 在第 {count} 个要素之后中断，内容没有写完。',
      mend: '请重新复制或导出。',
    },
    'shape-unreadable': {
      title: '图形读不出',
      text: '{file} 的 {pointer} 图形已损坏，或是不支持的类型（多面体）。',
      mend: '请修复几何或转为面、线、点后再导出。',
    },
    'dbf-broken': {
      title: '属性表已损坏',
      text: '{file} 的属性表（.dbf）不是有效的 dBASE 文件。',
      mend: '请重新导出。',
    },
  },
  words: {},
} as const;
