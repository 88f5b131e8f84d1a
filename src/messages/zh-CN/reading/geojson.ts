/** What is said of GeoJSON files beyond what a plan's own folder may have, and of what was mended in any file. */
export const geojson = {
  codes: {
    'lines-closed': {
      title: '线已按面读入',
      text: '文件 {file} 有 {count} 个要素（如 {feature}）是首尾相接的线，“{layer}”图层是面状图形：已取线围成的面。',
      mend: '请在地图上核对；如线只是边界的一部分，请在 GIS 软件中构面后重新导出。',
    },
    'file-recoded': {
      title: '已按其他编码读取',
      text: '文件 {file} 不是 UTF-8 编码，已按 {encoding} 读取。',
      mend: '请核对名称等中文是否正确；如有乱码，请改选编码，或以 UTF-8 重新导出。',
    },
    'file-not-encoding': {
      title: '编码不符',
      text: '文件 {file} 的内容不是有效的 {encoding} 文本。',
      mend: '请改选编码，或以 UTF-8 重新导出。',
    },
    'file-esri-json': {
      title: '按 Esri JSON 读取',
      text: '文件 {file} 是 ArcGIS 的 Esri JSON，不是 GeoJSON，已读出其中 {count} 个要素。',
      mend: '无需处理；交给其他软件时请导出为 GeoJSON。',
    },
    'line-broken': {
      title: '某一行不是 JSON',
      text: '文件 {file} 第 {line} 行（第 {column} 列起“{found}”）不符合 JSON 语法，这一行的要素无法读取。',
      mend: '请修正或重新导出这一行；逐行格式中每行必须是一个完整的 GeoJSON 对象。',
    },
    'geometry-named-after-file': {
      title: '以文件名作编号',
      text: '文件 {file} 只有一个几何图形（{found}），没有编号和属性，已用文件名“{id}”作为编号。',
      mend: '如编号不对，请改文件名，或导出为带编号的要素（Feature）。',
    },
    'geometry-collection': {
      title: '几何集合无法使用',
      text: '要素 {feature} 的几何（{pointer}）是 GeometryCollection，点、线、面混在一起，无法当作地块或片区。',
      mend: '请在 GIS 软件中拆分为单一类型，再以 Polygon 或 MultiPolygon 导出。',
    },
    'ring-closed': {
      title: '边界已闭合',
      text: '要素 {feature} 的边界环（{pointer}）首点 {first} 与末点 {last} 不同，已补上首点使其闭合。',
      mend: '请核对是否漏了顶点；导出时让末点与首点相同。',
    },
    'vertices-repeated': {
      title: '重复顶点已去除',
      text: '有 {count} 个要素含连续重复的顶点（如 {feature}），已去除，形状不变。',
      mend: '无需处理。',
    },
    'heights-dropped': {
      title: '高程已忽略',
      text: '有 {count} 个要素的坐标带有第三维（如 {feature}），规划图只用平面坐标，已忽略。',
      mend: '无需处理；建筑高度请写在属性中。',
    },
    'rings-turned': {
      title: '边界方向已调整',
      text: '有 {count} 个要素的边界走向与 RFC 7946 相反（如 {feature}），已调整为外环逆时针、内环顺时针，形状不变。',
      mend: '无需处理。',
    },
    'bbox-ignored': {
      title: '范围框无效',
      text: '文件 {file} 的 bbox（{pointer}）不是有效的范围框：{found}，已忽略（共 {count} 处）。',
      mend: '无需处理；范围按坐标重新计算。',
    },
    'member-misplaced': {
      title: '成员位置不对',
      text: '文件 {file} 的 {pointer}：按 RFC 7946 这里不应有“{member}”，未读取。',
      mend: '请检查导出程序；如其中有需要的内容，请放到要素的 geometry 或 properties 中。',
    },
  },
  words: {},
} as const;
