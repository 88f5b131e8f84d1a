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
    'id-in-two-parts': {
      title: '同一编号在两个图层中',
      text: '“{layer}”图层的“{feature}”在文件 {file} 的两个来源中都有（{parts}），无法判断以哪个为准。',
      mend: '两者若是同一批地块，请在“来源”中把其中一个设为“不使用”；否则请改正编号。',
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
    'kml-without-shape': {
      title: '地标没有图形',
      text: '文件 {file} 有 {count} 个地标没有点、线、面，未读取：{found}。',
      mend: '如应有图形，请在原软件中补画后重新导出；只是说明文字的，无需处理。',
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
    'dwg-not-read': {
      title: 'DWG 不能直接读取',
      text: '文件 {file} 是 DWG 图纸（{found}）。DWG 是未公开的格式，程序不能直接读取。',
      mend: '请在 AutoCAD、中望、浩辰或湘源控规中“另存为”DXF（建议 2007 及以上版本），再把 DXF 放入。',
    },
    'dxf-broken': {
      title: 'DXF 已损坏',
      text: '文件 {file} 在第 {place} 行（二进制 DXF 为第几字节）处应是组码，实际是“{found}”，无法继续读取。',
      mend: '请在 CAD 中打开原图，用 AUDIT 检查后重新另存为 DXF。',
    },
    'dxf-entity-broken': {
      title: '图形的数值读不出',
      text: '文件 {file} 图层“{cadLayer}”的 {pointer} 有一个坐标或尺寸写作“{found}”，读不出数值；照读就成了另一个图形，因此没有画出，落在其中的文字（编号、指标）也没有归属。',
      mend: '请在 CAD 中打开原图核对该图形，用 AUDIT 修复后重新另存为 DXF。',
    },
    'dxf-cut': {
      title: 'DXF 不完整',
      text: '文件 {file} 没有写完：图形部分（ENTITIES）没有结束标记。',
      mend: '请重新复制或另存为 DXF。',
    },
    'dxf-empty': {
      title: '图纸中没有图形',
      text: '文件 {file} 的模型空间里没有可读取的点、线、面。',
      mend: '请确认图形画在模型空间；外部参照请先绑定（BIND），代理图形请先分解。',
    },
    'dxf-too-large': {
      title: '图纸展开后过大',
      text: '文件 {file} 的图块展开后图形过多，已停止读取。',
      mend: '请只导出规划所需的图层（WBLOCK），并删去树木、铺装等图例图块。',
    },
    'dxf-unit-imperial': {
      title: '图形单位是英制',
      text: '文件 {file} 写明的图形单位是 {unit}，而坐标又不像米制的国家坐标，无法确定长度。',
      mend: '若实际以米绘制，请用 UNITS 把插入单位改为“米”（INSUNITS=6）后再存；若确为英制，请按比例缩放为米。',
    },
    'dxf-unit-contradicted': {
      title: '图形单位与坐标不符',
      text: '文件 {file} 写明的图形单位是 {unit}，但坐标只有按米才落在国家坐标系或合理的园区大小内；已按米读取。',
      mend: '请核对用地面积；建议用 UNITS 把插入单位改为“米”（INSUNITS=6）。',
    },
    'dxf-unit-scaled': {
      title: '已按图形单位换算',
      text: '文件 {file} 以 {unit} 绘制，坐标已换算为米。',
      mend: '请核对用地面积。',
    },
    'dxf-unit-recognised': {
      title: '图形单位由坐标识别',
      text: '文件 {file} 没有写明图形单位；坐标按 {unit} 才落在国家坐标系内，已据此换算为米。',
      mend: '请核对用地面积。',
    },
    'dxf-not-read': {
      title: '部分图形未读取',
      text: '文件 {file} 中有 {count} 个图形的类型不能读取：{types}。面域（REGION）和三维实体的形状以 ACIS 数据存放，只有 CAD 能还原。',
      mend: '若其中有地块或道路：面域用分解（EXPLODE）成线段（程序会把线段连成面），或在其内部用 BOUNDARY 生成多段线、用 HATCH 填充；代理图形请在生成它的软件（如湘源控规）中分解后再存。',
    },
    'dxf-layout-not-read': {
      title: '标注与布局未读取',
      text: '文件 {file} 中的 {count} 个标注、引线、图像或布局内容未读取：{types}。',
      mend: '',
    },
    'dxf-external': {
      title: '外部参照不在文件中',
      text: '文件 {file} 引用了 {count} 个外部图纸（{drawings}），其中的图形不在这个文件里。',
      mend: '如需要，请在 CAD 中绑定外部参照（XREF → 绑定）后再另存为 DXF。',
    },
    'dxf-hatch-open': {
      title: '填充边界未闭合',
      text: '文件 {file} 有 {count} 条填充边界不闭合或已损坏，这部分填充没有成为面。',
      mend: '请在 CAD 中重新生成填充边界（HATCHGENERATEBOUNDARY）。',
    },
    'dxf-repeats': {
      title: '重复的轮廓已合并',
      text: '文件 {file} 中有 {count} 个轮廓与另一个重合（多为边线与填充），已合并为一个，留在写明用地的图层或边线所在的图层。',
      mend: '',
    },
    'dxf-outline-open': {
      title: '轮廓没有闭合',
      text: '图层“{found}”的多段线 {pointer} 首尾相距 {gap} m，没有闭合，不能作为地块的范围。',
      mend: '请在 CAD 中用 PEDIT → 闭合（C）后再存；可按句柄查找该图形。',
    },
    'dxf-lines-joined': {
      title: '零散线段已连成地块',
      text: '图层“{found}”的 {lines} 条未闭合的线（直线、圆弧、多段线）围成 {count} 个面，已逐个作为图形读入。',
      mend: '请核对用地面积；以后若用 BOUNDARY 生成闭合多段线，则不必再连。',
    },
    'dxf-lines-across': {
      title: '地块界线分在几个图层',
      text: '文件 {file} 中，这些图层的线头接在彼此的线上：{layers}。逐个图层连接围成 {apart} 个面，合在一起围成 {together} 个；尚未合在一起。',
      mend: '如果它们本来就是同一批地块的界线，请在“跨图层的界线”中选“合在一起连接”（命令行用 --join-layers）；道路等图层的线只借用，仍留在原图层。',
    },
    'dxf-lines-joined-across': {
      title: '已跨图层连接界线',
      text: '文件 {file} 中以下图层的线合在一起围成 {together} 个面（逐个图层只能围成 {apart} 个），归入每组的第一个图层：{layers}。',
      mend: '请在地图上核对；不该连的，请改选“逐个图层连接”。',
    },
    'dxf-ends-brought': {
      title: '差一点的线头已接上',
      text: '图层“{found}”有 {count} 处线头与最近的线相差不到 {limitMetres}（界址点的测量精度），已接上。',
      mend: '',
    },
    'dxf-lines-apart': {
      title: '线头没有接上',
      text: '图层“{found}”的线 {pointer} 在图中坐标 {spot} 处中断，离最近的线 {gap} m；两侧的地块因此可能没有分开，或没有围成面。',
      mend: '请在 CAD 中用延伸（EXTEND）或圆角（FILLET，半径 0）接上后再存；若本来就是两条线，不必处理。',
    },
    'dxf-outline-divided': {
      title: '闭合轮廓被线分成几块',
      text: '图层“{found}”的闭合轮廓 {pointer} 被零散的线分开，其中 {count} 块各有编号：已取这几块，不取整个轮廓，以免用地重复计算。',
      mend: '若轮廓才是地块，请把其中的分界线移到别的图层，并只保留一个编号。',
    },
    'dxf-faces-unnumbered': {
      title: '没有编号的面未读入',
      text: '图层“{found}”的线还围成 {count} 个没有地块编号的面（多为道路用地或边角），同图层其他面都有编号，故未作为地块读入；最大的一个在图中坐标 {spot} 处，{areaSquareMetres}。',
      mend: '若其中有地块，请在面内写上编号后再存。',
    },
    'dxf-lines-crowded': {
      title: '线太多，没有连成面',
      text: '图层“{found}”的线段或交点过多，没有尝试连成面。',
      mend: '请把地块界线单独放在一个图层后再存，或用 BOUNDARY 生成闭合多段线。',
    },
    'dxf-texts-read': {
      title: '图中文字',
      text: '文件 {file} 有 {count} 行文字：{numbered} 个轮廓由其中的文字得到编号，{outside} 行不在任何轮廓内，未使用。',
      mend: '',
    },
    'dxf-number-missing': {
      title: '轮廓内没有编号',
      text: '图层“{found}”有 {count} 个轮廓内没有地块编号（如 {pointer}），暂以图形句柄为编号。',
      mend: '请把地块编号文字放到轮廓之内，或接受后改号。',
    },
    'dxf-numbers-several': {
      title: '一个轮廓内有多个编号',
      text: '图层“{found}”的轮廓 {pointer} 内有多个编号：{numbers}，不知以哪个为准，均未采用。',
      mend: '请核对轮廓是否漏了分界线，或把多余的编号移出轮廓。',
    },
    'dxf-values-several': {
      title: '轮廓内的文字互相矛盾',
      text: '轮廓 {pointer} 内的“{source}”有不同的值：{values}，均未采用，只作为文字保留。',
      mend: '请在图中只保留正确的一个。',
    },
  },
  words: {
    across: {
      title: '跨图层的界线',
      apart: '逐个图层连接',
      together: '合在一起连接',
      apartHint:
        '{file} 中这些图层的线头接在彼此的线上：{layers}。逐个图层连接围成 {apart} 个面，合在一起可围成 {together} 个。',
      togetherHint:
        '{file} 中以下图层的线已合在一起，围成 {together} 个面（逐个图层 {apart} 个）：{layers}。道路等图层的线只借用，仍留在原图层。',
      history: '{source} 中以下图层的界线合在一起连接，围成 {together} 个面（逐个图层 {apart} 个）：{layers}',
    },
  },
} as const;
