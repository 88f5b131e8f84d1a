/** KML 与图纸：来源的取舍、读不出的内容。 */
export const drawings = {
  codes: {
    'parts-left-out': {
      title: '部分图层未使用',
      text: '文件 {file} 中有 {count} 个图层（共 {features} 个图形）看不出属于规划的哪个图层，或在图中已关闭，未使用：{parts}。',
      mend: '其中如有规划内容，请在“来源”中为它指定图层。',
    },
    'parts-untold': {
      title: '无法判断图层',
      text: '文件 {file} 有 {count} 个图层，从名称和内容都看不出哪个是地块、哪个是道路。',
      mend: '请为需要的图层指定用途，其余可不使用。',
    },
    'kml-broken': {
      title: 'KML 格式错误',
      text: '文件 {file} 第 {line} 行第 {column} 列起不是有效的 XML（{found}），其后的内容无法读取。',
      mend: '请重新导出；若手工改过，请检查标签是否成对、“&”是否写作“&amp;”。',
    },
    'kml-empty': {
      title: 'KML 中没有地标',
      text: '文件 {file} 里没有带图形的地标（Placemark）。',
      mend: '请确认导出时选中了要素；若内容在网络链接里，请把所链接的文件一起放入。',
    },
    'kml-archive-without-kml': {
      title: 'KMZ 中没有 KML',
      text: '文件 {file} 里没有 .kml 文件，没有可读取的图形。',
      mend: '请重新导出 KMZ，或直接放入 KML。',
    },
    'kml-not-read': {
      title: '部分内容不是规划图形',
      text: '文件 {file} 中的 {found}（{count} 处）不是点、线、面，未读取。',
      mend: '网络链接（NetworkLink）指向的文件不会自动下载，如需要请一并放入；图像与模型无需处理。',
    },
    'kml-parts-dropped': {
      title: '附带的点或线已忽略',
      text: '文件 {file} 有 {count} 个地标把面与点（多为标注点）合在一个图形里（如 {pointer}），只保留了面（或线）。',
      mend: '无需处理；如点线另有用途，请单独导出。',
    },
    'kml-named-by-name': {
      title: '以名称作编号',
      text: '文件 {file} 的 {count} 个地标没有编号字段，已用各自的名称（如“{found}”）作为编号。',
      mend: '请核对；如另有编号，请写入扩展属性（如“地块编号”）后再导出。',
    },
  },
  words: {},
} as const;
