/** What may be wrong with GeoPackage, FlatGeobuf and TopoJSON files. */
export const containers = {
  codes: {
    'geopackage-journal-read': {
      title: '已并入未合并的编辑',
      text: '文件 {file} 最近的编辑还在同名的 -wal 文件里，已一并读取。',
      mend: '无需处理。',
    },
    'geopackage-not-one': {
      title: '不是 GeoPackage',
      text: '文件 {file} 是 SQLite 数据库，但没有 GeoPackage 的目录表，无法得知哪些表是图层。',
      mend: '请在 GIS 软件中另存为 GeoPackage（.gpkg）。',
    },
    'geopackage-without-tables': {
      title: '没有图层',
      text: '文件 {file} 中没有要素表或属性表。',
      mend: '请确认导出时选择了图层，再重新导出。',
    },
    'geopackage-view': {
      title: '视图未读取',
      text: '文件 {file} 中的 {found} 是视图或缺失的表，未读取。',
      mend: '如需其中的要素，请将其另存为普通图层。',
    },
    'geopackage-journal': {
      title: '可能缺少最近的编辑',
      text: '文件 {file} 处于预写日志模式，最近的编辑可能还在同名的 -wal 文件里，没有随文件一起来。',
      mend: '请关闭打开它的 GIS 软件后再拖入，或另存一份。',
    },
    'geopackage-computed': {
      title: '计算列未读取',
      text: '文件 {file} 的表 {table} 中，{field} 是由数据库实时计算的列，文件里没有它的值，未读取。',
      mend: '如需该列，请另存为普通图层（QGIS“导出 → 要素另存为”）。',
    },
    'container-damaged': {
      title: '文件已损坏',
      text: '文件 {file} 读到中途出错（{found}），其后的内容无法读取。',
      mend: '请从原始数据重新导出，或重新传输文件。',
    },
    'container-shape-damaged': {
      title: '图形已损坏',
      text: '文件 {file} 的 {pointer}（要素 {feature}）图形无法读取（{found}）。',
      mend: '请在 GIS 软件中修复该要素的几何后重新导出。',
    },
    'container-curve': {
      title: '曲线图形',
      text: '文件 {file} 的 {pointer}（要素 {feature}）含曲线图形（{found}），无法直接使用。',
      mend: '请先将曲线转为折线（如 QGIS“转为直线段”）再导出。',
    },
    'container-row-damaged': {
      title: '记录已损坏',
      text: '文件 {file} 的 {pointer} 这条记录已损坏（{found}），编号、属性和图形都读不出。',
      mend: '请在 GIS 软件中删去或重录这一行后重新导出，或重新传输文件。',
    },
    'container-blob': {
      title: '二进制字段未读取',
      text: '文件 {file} 的字段 {field} 是二进制内容（照片、附件等），未读取。',
      mend: '如无需要，不必处理。',
    },
    'container-count': {
      title: '要素数目不符',
      text: '文件 {file} 声明有 {expected} 个要素，实际读到 {count} 个。',
      mend: '文件多半不完整，请重新导出或重新传输。',
    },
    'topojson-incomplete': {
      title: 'TopoJSON 不完整',
      text: '文件 {file} 缺少 objects 或 arcs，没有可读取的图形。',
      mend: '请重新导出，或改用 GeoJSON。',
    },
    'topojson-object': {
      title: '不是对象',
      text: '文件 {file} 的 {pointer} 应为图形对象，实际是 {found}。',
      mend: '请重新导出该文件。',
    },
    'topojson-arc': {
      title: '弧段缺失',
      text: '文件 {file} 的 {pointer} 引用了弧段 {found}，而文件中只有 {count} 条可用弧段。',
      mend: '请从原始数据重新导出 TopoJSON。',
    },
    'topojson-too-large': {
      title: '点数过多',
      text: '文件 {file} 展开后超过 {limit} 个点，已停止读取。',
      mend: '请按图层拆分后再导出。',
    },
  },
  words: {},
} as const;
