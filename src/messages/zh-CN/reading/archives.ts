export const archives = {
  codes: {
    'archive-broken': {
      title: '压缩包已损坏',
      text: '压缩包 {file}（{sizeBytes}）没有完整的目录，多半是传输中断，或是分卷压缩的一卷。',
      mend: '请重新复制，或重新打包成一个 ZIP。',
    },
    'archive-entry-broken': {
      title: '压缩包中的文件已损坏',
      text: '压缩包 {archive} 中的 {found} 无法展开，或与校验值不符，内容不可信，未读取。',
      mend: '请重新复制压缩包，或请制作者重新打包。',
    },
    'archive-encrypted': {
      title: '压缩包有密码',
      text: '压缩包 {archive} 中的 {found} 加了密码，无法展开。',
      mend: '请用密码解压后，把其中的文件放入。',
    },
    'archive-method': {
      title: '压缩方式不支持',
      text: '压缩包 {archive} 中的 {found} 用的是 ZIP 的少见压缩方式（编号 {method}），无法展开。',
      mend: '请解压后放入，或用普通的 ZIP（Deflate）重新打包。',
    },
    'archive-too-deep': {
      title: '压缩包套得太深',
      text: '压缩包 {file} 里一层套一层，超过 {limit} 层；最里面的 {found} 未展开。',
      mend: '请先解压里面的压缩包，再放入。',
    },
    'archive-other-kind': {
      title: '不能展开的压缩格式',
      text: '文件 {file} 是 {found} 压缩包，浏览器里只能展开 ZIP。',
      mend: '请先解压，再把其中的文件放入；或改打成 ZIP。',
    },
    'file-beside': {
      title: '未读取的附带文件',
      text: '文件 {file} 不是规划数据（说明、图片、工程、样式之类），未读取。',
      mend: '无需处理。',
    },
    'nothing-to-read': {
      title: '没有可读取的数据',
      text: '放入的文件里没有规划数据：只有附属文件，或是空的。',
      mend: '请放入 .shp 及其 .dbf、.prj，或 GeoJSON、GeoPackage 等文件。',
    },
    'shape-unreadable': {
      title: '图形读不出',
      text: '{file} 的 {pointer}（要素 {feature}）图形已损坏，或不是 Shapefile 的任何图形类型。',
      mend: '请在 GIS 软件中修复几何后重新导出。',
    },
    'shape-multipatch': {
      title: '三维多面体',
      text: '{file} 的 {pointer}（要素 {feature}）是三维多面体（MultiPatch），不是平面图形，无法当作地块或建筑轮廓。',
      mend: '请先转为面（ArcGIS“多面体轮廓 / Multipatch Footprint”）再导出，高度写在属性里。',
    },
    'shapefile-index-followed': {
      title: '按索引取图形',
      text: '{file} 里依次有 {count} 个图形，索引 .shx 则指出其中 {other} 个，与属性表行数相符；已按索引读取，其余是编辑后留下的旧图形。',
      mend: '请在地图上核对；必要时在 GIS 软件中另存一份。',
    },
    'shapefile-index-differs': {
      title: '索引与图形不符',
      text: '{file} 的索引 .shx 与图形文件对不上（索引 {other} 个，图形 {count} 个）；已按图形文件中的次序读取。',
      mend: '请核对图形与属性是否对应；不对时请重新导出。',
    },
    'dbf-rows-deleted': {
      title: '已删除的行未读取',
      text: '{file} 的属性表中有 {count} 行带删除标记，这些行连同图形未读取。',
      mend: '如不应删除，请在 GIS 软件中恢复；否则无需处理。',
    },
    'dbf-cut': {
      title: '属性表不完整',
      text: '{file} 的属性表声明有 {expectedCount} 行，实际只有 {count} 行，多半是复制或导出中断。',
      mend: '请重新复制或导出。',
    },
    'dbf-number-asterisks': {
      title: '星号视为空',
      text: '{file} 的字段“{field}”有 {count} 处是一串星号，已视为空：QGIS 等软件这样写空值；但数值超出字段宽度时也会如此，原值就丢失了。',
      mend: '如这些要素本应有值，请加大该字段的宽度后重新导出。',
    },
    'dbf-text-cut': {
      title: '文字被字段宽度截断',
      text: '{file} 的字段“{field}”有 {count} 处在半个汉字处截断，末尾的字已不完整，已去掉。',
      mend: '请加大该字段的宽度后重新导出（一个汉字在 GBK 中占 2 字节，在 UTF-8 中占 3 字节）。',
    },
    'dbf-memo': {
      title: '备注字段未读取',
      text: '{file} 的字段“{field}”是备注或专用类型，内容在另外的文件（.dbt、.fpt）里，{count} 行的该字段未读取。',
      mend: '如需其中的文字，请改为文本字段后重新导出。',
    },
    'cpg-contradicted': {
      title: '编码声明与内容不符',
      text: '{file} 的 .cpg 写的是“{found}”，而文字本身是 {other}；已按 {other} 读取。',
      mend: '请核对名称等中文是否正确；不对时在“来源”中另选编码。',
    },
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
    'dbf-broken': {
      title: '属性表已损坏',
      text: '{file} 的属性表（.dbf）不是有效的 dBASE 文件。',
      mend: '请重新导出。',
    },
  },
  words: {},
} as const;
