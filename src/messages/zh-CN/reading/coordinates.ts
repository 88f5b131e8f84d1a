export const coordinates = {
  codes: {
    'crs-unsupported': {
      title: '坐标系无法识别',
      text: '文件 {file} 写明的坐标系“{found}”不在可换算之列，已改由数值判断。',
      mend: '请核对所用的坐标系；如判断有误，请在“来源”中另选，或转换为 EPSG:4490 后再导出。',
    },
    'crs-contradicted': {
      title: '写明的坐标系与数值不符',
      text: '文件 {file} 写明坐标系为 {found}（经纬度），但坐标 {x}, {y} 不可能是经纬度；已改由数值判断。',
      mend: '请确认导出时是否只改了标记而没有转换坐标。',
    },
    'crs-ambiguous': {
      title: '坐标系有多种可能',
      text: '文件 {file} 没有写明坐标系，按数值有 {count} 种读法：{candidates}。各读法位置相差可达一公里以上，不能擅自猜测。',
      mend: '请选择一种读法（命令行用 --crs 指明），或在导出时附上坐标系（.prj）。',
    },
    'coordinates-far-off': {
      title: '位置远离现有规划',
      text: '文件 {file} 按 {found} 读入后，距现有规划约 {distanceKilometres} km。',
      mend: '如不是另一处园区，请检查坐标系与带号。',
    },
    'coordinates-read-declared': {
      title: '已换算坐标',
      text: '文件 {file} 的 {count} 个要素按其写明的 {crs} 换算为经纬度{swapped}。',
      mend: '',
    },
    'coordinates-read-recognised': {
      title: '已按识别的坐标系换算',
      text: '文件 {file} 没有可用的坐标系说明；按数值识别为 {crs}{swapped}，{count} 个要素已换算为经纬度。',
      mend: '请在地图上核对位置；不对时在“来源”中另选坐标系。',
    },
    'coordinates-read-chosen': {
      title: '已按所选坐标系换算',
      text: '文件 {file} 的 {count} 个要素按所选的 {crs} 换算为经纬度{swapped}。',
      mend: '',
    },
    'datum-not-shifted': {
      title: '未做基准转换',
      text: '{crs} 与 CGCS2000 之间的转换参数不公开：只换算了投影，位置可能仍差几十米到上百米。',
      mend: '如需准确位置，请由测绘部门转换为 CGCS2000 后再导出。',
    },
    'coordinates-shifted': {
      title: '整体偏移，像是 {crs}',
      text: '文件 {file} 中 {count} 个与现有规划同号的要素整体偏东 {east} m、偏北 {north} m，与 {crs} 的偏移一致。',
      mend: '确认后可在“来源”中按 {crs} 纠正；不确认则保持原样。',
    },
  },
  words: {},
} as const;
