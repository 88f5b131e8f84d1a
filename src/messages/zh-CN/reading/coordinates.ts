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
      text: '{crs} 与 CGCS2000 之间的转换参数不公开：{count} 个要素只换算了投影，没有做基准转换，位置通常还差几十米到一百多米。',
      mend: '有 3 个以上要素与现有规划相同时，会量出偏移供您确认；否则请由测绘部门转换为 CGCS2000 后再导出。',
    },
    'datum-not-shifted-degrees': {
      title: '未做基准转换',
      text: '{crs} 是旧基准的经纬度，与 CGCS2000 之间的转换参数不公开：{count} 个要素的经纬度原样采用{swapped}，位置通常还差几十米到一百多米。',
      mend: '有 3 个以上要素与现有规划相同时，会量出偏移供您确认；否则请由测绘部门转换为 CGCS2000 后再导出。',
    },
    'coordinates-datum-difference': {
      title: '已量出基准之差',
      text: '按 {crs} 读入（未做基准转换），文件 {file} 与现有规划对应的 {compared} 个要素中，有 {count} 个一致地{shift}（相差不超过 {spreadMetres}）：应为该基准与 CGCS2000 在此处之差。',
      mend: '确认后可在“来源”中按实测偏移纠正（命令行用 --place-by-plan）；不确认则保持原样。',
    },
    'coordinates-shifted': {
      title: '整体偏移，像是 {crs}',
      text: '文件 {file} 中 {count} 个与现有规划对应的要素整体{shift}，与 {crs} 的偏移一致；按 {crs} 的公式逐点还原后，与现有规划相差不超过 {remainingMetres}。',
      mend: '确认后可在“来源”中按 {crs} 纠正；不确认则保持原样。',
    },
    'crs-doubtful': {
      title: '写明的坐标系可疑',
      text: '文件 {file} 写明坐标系为 {found}，但按它读入时与现有规划对应的要素偏离 {offMetres} m；按 {candidate} 读入则有 {count} 个要素与现有规划重合（相差 {distanceMetres} m）。',
      mend: '请在“来源”中选择（命令行用 --crs 指明）；多半是导出时坐标系标记写错了。',
    },
    'coordinates-zero': {
      title: '坐标为 0, 0',
      text: '文件 {file} 的要素 {feature} 有 {vertices} 个顶点为 0, 0：多半是缺少坐标时写入的占位值。',
      mend: '请在原文件中补上这些顶点或删去该要素。',
    },
    'coordinates-stray': {
      title: '远离同一文件的其他要素',
      text: '文件 {file} 的要素 {feature} 有顶点距同一文件的其余部分约 {distanceKilometres} km。',
      mend: '请检查该要素的坐标是否多写、少写了一位，或用了另一坐标系。',
    },
    'coordinates-local-grid': {
      title: '独立坐标系，可由对应要素换算',
      text: '文件 {file} 的坐标不属于任何已知坐标系，但有 {count} 个要素与现有规划对应：旋转 {rotationDegrees}°、尺度 {partsPerMillion} ppm 加平移后，残差中误差 {rmsMetres} m。',
      mend: '请在“来源”中核对后采用（命令行用 --control-points 给出控制点）。',
    },
    'coordinates-mixed-service': {
      title: '部分要素偏移，像是 {crs}',
      text: '文件 {file} 与现有规划对应的 {compared} 个要素中，{others} 个位置吻合，另有 {count} 个整体{shift}，与 {crs} 的偏移一致：{features}。多半是两份来源合成了一个文件。',
      mend: '请把这些要素单独存成一个文件再装载，即可按 {crs} 纠正；没有对应到现有规划的要素分不出属于哪一份，请一并核对。',
    },
    'coordinates-mixed': {
      title: '部分要素整体偏移',
      text: '文件 {file} 与现有规划对应的 {compared} 个要素中，{others} 个位置吻合，另有 {count} 个一致地{shift}：{features}。多半是两份坐标系不同的来源合成了一个文件。',
      mend: '如果不是有意移动，请把这些要素单独存成一个文件再装载，即可按实测偏移纠正；没有对应到现有规划的要素分不出属于哪一份，请一并核对。',
    },
    'coordinates-older-datum': {
      title: '整体偏移，像是旧基准',
      text: '按 {crs} 读入，文件 {file} 中 {count} 个与现有规划对应的要素整体{shift}；不像 GCJ-02 或 BD-09，多半是西安 80 或北京 54 坐标，也可能是地方性偏移。',
      mend: '确认后可在“来源”中按实测偏移纠正；不确认则保持原样。',
    },
    'coordinates-beside': {
      title: '整体偏移',
      text: '按 {crs} 读入，文件 {file} 与现有规划对应的 {compared} 个要素中，有 {count} 个整体{shift}，方向和大小一致（相差不超过 {spreadMetres}）：不像逐个修改，多半是坐标系、基准或导出时的偏差。',
      mend: '确认不是有意移动后，可在“来源”中按实测偏移纠正；不确认则保持原样。',
    },
    'coordinates-shift-corrected': {
      title: '已纠正整体偏移',
      text: '文件 {file} 的 {count} 个要素按 {crs} 读入{swapped}，再在 {plane} 平面内平移：东 {eastMetres} m、北 {northMetres} m。',
      mend: '',
    },
    'coordinates-transformed': {
      title: '已由独立坐标系换算',
      text: '文件 {file} 的 {count} 个要素由独立坐标系换算到 {plane}{swapped}：旋转 {rotationDegrees}°，尺度 {partsPerMillion} ppm。',
      mend: '请在地图上核对位置。',
    },
  },
  words: {
    localGrid: '独立坐标系（由换算参数定位）',
    noSystem: '坐标不属于任何已知坐标系，可在此指定',
    lookAlikes: '数值相近的旧基准',
    matched: { number: '{count} 个同号要素', shape: '{count} 个形状相同的要素' },
    onPlan: '{share}% 的要素落在现有地块上',
    fromFirst: '与 {first} 相距 {distance}',
    matchedShift: '{matched}：{shift}',
    proposal: {
      outline: '采用后的位置',
      'map-shift': {
        text: '{matched}一致地{shift}，彼此相差不超过 {spread}；{crs} 在此处应{expected}。逐点还原后与现状规划相差不超过 {remaining}。',
        projected: '文件坐标按“{system}”书写，但投影前的经纬度是 {crs}。',
      },
      constantShift: {
        title: '整体偏离现状规划',
        olderTitle: '整体偏移：可能是旧基准坐标',
        text: '按“{crs}”读入，{matched}一致地{shift}（与现状对应的共 {compared} 个）。如果不是有意移动，可按实测偏移纠正。',
        olderText:
          '按“{crs}”读入，{matched}一致地{shift}；不符合 GCJ-02 或 BD-09，多半是西安 80 或北京 54 坐标，也可能是地方性偏移。可按实测偏移纠正（平面内平移）。',
        datumTitle: '已量出基准之差',
        datumText:
          '按“{crs}”读入（未做基准转换），{matched}一致地{shift}（与现状对应的共 {compared} 个）：应为该基准与 CGCS2000 在此处之差。可按实测偏移纠正（平面内平移）。',
        consent: '按实测偏移纠正',
      },
      localGrid: {
        title: '独立坐标系，可由对应要素定位',
        text: '坐标不属于任何已知坐标系，但{matched}经旋转、缩放和平移后与现状规划重合。请核对残差，再决定是否采用。',
        consent: '采用这组换算参数',
      },
    },
    facts: {
      rotation: '旋转（逆时针）',
      scale: '尺度',
      scaleValue: '{ppm} ppm',
      residuals: '残差',
      residualsValue: '中误差 {rms}，最大 {max}（{count} 处）',
      plane: '换算到',
    },
    points: {
      title: '用控制点定位（独立坐标系）',
      hint: '每行一个控制点：本地 x, y，然后是经度, 纬度，或东坐标, 北坐标。可从 Excel 直接粘贴；至少两点，三点以上可检核。',
      label: '控制点',
      plane: '东、北坐标所属坐标系（经纬度不用选）',
      swapped: '本地坐标先写北（X）、后写东（Y）',
      swappedFound: '本地坐标是先北后东：已据控制点对调两轴。',
      line: '行',
      residual: '残差',
      residualOf: '各控制点的残差',
      twoOnly: '只有两点时没有多余观测，残差必为零，录入错误发现不了；建议再加一点。',
      oddScale: '尺度为 {scale}，远不是 1：请检查单位（毫米、英尺）或点位是否抄错。',
      faulty: '第 {lines} 行读不出四个数。',
      faults: {
        'too-few': '至少需要两个控制点。',
        'same-place': '各点在同一位置，无法定位。',
        'mixed-targets': '目标坐标有的像经纬度、有的像平面坐标，请统一。',
        'plane-needed': '请选择东、北坐标所属的坐标系。',
        'plane-unknown': '所选坐标系无法换算。',
      },
      apply: '按控制点定位',
    },
  },
} as const;
