import { findingWords } from './finding_words.ts';

/** What may be wrong with a file: by code, what it is called, what is wrong and why it matters, and how to mend it. */
export const diagnostics = {
  codes: {
    'file-empty': {
      title: '空文件',
      text: '文件 {file} 是空的，没有可读取的内容。',
      mend: '请重新导出，并确认文件大小不为 0。',
    },
    'file-too-large': {
      title: '文件过大',
      text: '文件 {file} 有 {sizeBytes}，超过 {limitBytes} 的上限；浏览器无法同时容纳其文本和读出的要素。',
      mend: '请按图层拆分，或减少坐标小数位（6–7 位已达分米级）后再导出。',
    },
    'file-other-format': {
      title: '不能读取的格式',
      text: '文件 {file} 的格式是“{format}”，不能直接读取。',
      mend: '请在 GIS 软件中另存为 GeoPackage、Shapefile 或 GeoJSON，并写明坐标系。',
    },
    'file-unknown': {
      title: '看不出是什么文件',
      text: '文件 {file} 不是能识别的任何一种格式（开头是“{found}”），没有读取。',
      mend: '请确认文件没有损坏、扩展名没有改错。能读的有 GeoJSON、Shapefile、GeoPackage、FlatGeobuf、KML、DXF、XLSX、CSV 等。',
    },
    'file-picture': {
      title: '图片或文档，不是数据',
      text: '文件 {file} 的内容是“{format}”，里面没有带坐标的图形，读不出地块。',
      mend: '请向制作者要图形数据：DXF、Shapefile、GeoPackage 或 GeoJSON；指标表请存为 XLSX 或 CSV。',
    },
    'source-empty': {
      title: '没有要素',
      text: '文件 {file} 里没有要素或数据行，没有内容可以更新。',
      mend: '请核对导出时的筛选与选择，重新导出。',
    },
    'json-name-repeated': {
      title: '同一个名称写了两次',
      text: '文件 {file} 中有 {count} 处在同一个对象里把“{found}”写了两次（如 {pointer}）；只用了后一个的值，前一个没有读取。',
      mend: '请核对哪个值是对的，在原文件中只保留一个；由程序导出的，请检查字段是否重名。',
    },
    'file-not-utf8': {
      title: '编码不是 UTF-8',
      text: '文件 {file} 第 {line} 行起不是 UTF-8 编码（看起来像 {encoding}）；强行读取会把中文变成乱码。',
      mend: '请以 UTF-8 编码重新导出，或用文本编辑器“另存为 UTF-8”。',
    },
    'file-byte-order-mark': {
      title: '带有 BOM 标记',
      text: '文件 {file} 开头有 UTF-8 BOM 标记，已忽略；部分 GIS 软件会因此报错。',
      mend: '如需交给其他软件使用，请另存为“UTF-8 无 BOM”。',
    },
    'file-html': {
      title: '是网页而不是数据',
      text: '文件 {file} 的内容是一个网页，多半是登录页或错误页被当作数据保存了下来。',
      mend: '请确认下载地址有效、已登录，再重新下载。',
    },
    'file-nested-too-deep': {
      title: '嵌套过深',
      text: '文件 {file} 嵌套达 {depth} 层，超过 {limit} 层的上限；正常的规划文件不超过十层左右。',
      mend: '文件多半已损坏，请从原始数据重新导出。',
    },
    'file-unreadable': {
      title: '文件读取中断',
      text: '文件 {file} 读到一半时打不开了：它可能已被移动、删除、改写，或所在的磁盘、网络已断开。',
      mend: '请确认文件仍在原处，再放入一次。',
    },
    'file-beyond-memory': {
      title: '内存不足',
      text: '这台机器此刻没有足够的内存打开文件 {file}（{sizeBytes}）。',
      mend: '请关闭其他程序和网页后再试，按片区拆分，或改用命令行。',
    },
    'file-truncated': {
      title: '文件不完整',
      text: '文件 {file} 在第 {line} 行第 {column} 列中断，内容没有写完（共 {sizeBytes}），多半是传输或导出中途停止。',
      mend: '请重新复制或导出，并核对文件大小。',
    },
    'file-json-broken': {
      title: 'JSON 语法错误',
      text: '文件 {file} 第 {line} 行第 {column} 列不符合 JSON 语法：此处应为{expected}，实际是“{found}”。{hint}',
      mend: '请在该位置修正后重试，或由 GIS 软件重新导出。',
    },
    'file-unused': {
      title: '未使用的文件',
      text: '清单 plan.json 没有提到文件 {file}，它未被读取。',
      mend: '如应使用，请在 plan.json 的 layers 中写上该文件名。',
    },
    'not-geojson': {
      title: '不是 GeoJSON',
      text: '文件 {file} 是 JSON，但不是 GeoJSON：顶层应为 FeatureCollection 或 Feature，实际是 {found}。',
      mend: '请导出为 GeoJSON（要素集合），或 Shapefile、GeoPackage；属性表请存为 XLSX 或 CSV。',
    },
    'features-missing': {
      title: '缺少 features 列表',
      text: '文件 {file} 声明为 FeatureCollection，但没有 features 列表，读不到任何要素。',
      mend: '请重新导出，或补上 "features": […]。',
    },
    'geometry-alone': {
      title: '只有几何、没有编号',
      text: '文件 {file} 只有一个几何图形（{found}），没有编号和属性，无法知道它是哪个地块或片区。',
      mend: '请导出为要素（Feature），并带上 id 或地块编号。',
    },
    'crs-not-geographic': {
      title: '坐标系不是经纬度',
      text: '文件 {file} 声明坐标系为 {found}。GeoJSON 只用经纬度（WGS84 或 CGCS2000），按此读入位置会错。',
      mend: '请在 GIS 软件中转换为 EPSG:4490 或 EPSG:4326 后另存为 GeoJSON。',
    },
    'coordinates-projected': {
      title: '坐标像是投影坐标',
      text: '文件 {file} 有 {count} 个坐标超出经纬度范围（第一个为 {x}, {y}），看起来是 {crs} 的投影坐标（单位米）{swapped}。',
      mend: '请把数据从 {crs} 转换为经纬度（EPSG:4490 或 EPSG:4326）后再导出。',
    },
    'coordinates-swapped': {
      title: '经纬度次序颠倒',
      text: '文件 {file} 有 {count} 个坐标纬度超出 ±90°（第一个为 {x}, {y}），多半是把纬度写在了经度前面。',
      mend: 'GeoJSON 的次序是 [经度, 纬度]，请调换后再导出。',
    },
    'coordinates-out-of-range': {
      title: '坐标超出范围',
      text: '文件 {file} 有 {count} 个坐标超出经度 ±180°、纬度 ±90°（第一个为 {x}, {y}），无法定位。',
      mend: '请确认数据坐标系，转换为 EPSG:4490 或 EPSG:4326 后再导出。',
    },
    'feature-invalid': {
      title: '不是要素',
      text: '{pointer} 处应为要素（"type": "Feature"），实际是 {found}。',
      mend: '请删除该项，或改为完整的要素。',
    },
    'id-invalid': {
      title: '要素 id 类型不对',
      text: '要素 {feature} 的 id 应为文本或数字，实际是 {found}；没有可靠的 id 就无法与现有规划比对。',
      mend: '请把 id 改为文本，地块用地块编号。',
    },
    'properties-invalid': {
      title: '属性表不对',
      text: '要素 {feature} 的 properties 应为一组“名称：值”，实际是 {found}。',
      mend: '请重新导出属性，没有属性时写 {}。',
    },
    'bbox-invalid': {
      title: '外接框不对',
      text: '要素 {feature} 的 bbox 应为 4 个或 6 个数字，实际是 {found}。',
      mend: '可直接删除 bbox，本程序不需要它。',
    },
    'geometry-missing': {
      title: '没有几何图形',
      text: '要素 {feature} 没有几何图形，无法上图，也无法量算面积。',
      mend: '请在 GIS 软件中补画图形，或删除该要素。',
    },
    'geometry-type-unknown': {
      title: '几何类型不识别',
      text: '要素 {feature} 的几何类型是 {found}，应为点、线、面或其多部件类型之一。',
      mend: '请拆分几何集合，曲线请先转为折线，再重新导出。',
    },
    'geometry-type-not-allowed': {
      title: '几何类型与图层不符',
      text: '“{layer}”图层的要素应为 {allowed}，要素 {feature} 是 {found}。',
      mend: '请确认文件对应的图层；边界线请先构面。',
    },
    'coordinates-invalid': {
      title: '坐标结构不对',
      text: '要素 {feature} 的坐标（{pointer}）应为列表，实际是 {found}。',
      mend: '请由 GIS 软件重新导出该要素。',
    },
    'coordinates-empty': {
      title: '坐标为空',
      text: '要素 {feature} 的坐标（{pointer}）是空列表，没有图形。',
      mend: '请补画图形或删除该要素。',
    },
    'position-invalid': {
      title: '坐标点不对',
      text: '要素 {feature} 的坐标点（{pointer}）应为 [经度, 纬度] 两个数字，实际是 {found}。',
      mend: '请修正该点，数字不要加引号。',
    },
    'line-too-short': {
      title: '线的点数不足',
      text: '要素 {feature} 的线（{pointer}）只有 {count} 个点，至少要两个。',
      mend: '请补点或删除该线。',
    },
    'ring-too-short': {
      title: '面的点数不足',
      text: '要素 {feature} 的边界环（{pointer}）只有 {count} 个点，闭合的面至少要四个（首尾相同）。',
      mend: '请补全边界或删除该要素。',
    },
    'ring-not-closed': {
      title: '边界没有闭合',
      text: '要素 {feature} 的边界环（{pointer}）首点 {first} 与末点 {last} 不同，面积无从量算。',
      mend: '请让末点与首点相同。',
    },
    'structure-invalid': {
      title: '不符合 GeoJSON 结构',
      text: '要素 {feature} 未通过 GeoJSON 结构检查：{detail}',
      mend: '请由 GIS 软件重新导出该要素。',
    },
    'id-missing': {
      title: '没有编号',
      text: '“{layer}”图层 {pointer} 处的要素没有 id（地块为地块编号），无法与现有规划比对，也无法被引用。',
      mend: '请给要素加上 id；地块可用属性 number、plotNumber 或“地块编号”。',
    },
    'id-repeated': {
      title: 'id 重复',
      text: '“{layer}”图层中 id“{feature}”出现不止一次（首次在 {firstPointer}），无法分辨指的是哪一个。',
      mend: '请让每个要素的 id 在图层内唯一。',
    },
    'plot-number-repeated': {
      title: '地块编号重复',
      text: '地块编号“{feature}”出现不止一次（首次在 {firstPointer}），指标无法对应到唯一地块。',
      mend: '请核对后给其中一个地块改号；同一地块的多个部分请合并为多部件面。',
    },
    'id-in-two-files': {
      title: '同一要素在两个文件中',
      text: '“{layer}”图层的要素“{feature}”同时出现在两个文件中，无法判断以哪个为准。',
      mend: '请只保留一个文件中的该要素。',
    },
    'layer-undecided': {
      title: '无法判断图层',
      text: '从文件 {file} 的字段和文件名都看不出它是哪个图层（{count} 个要素）。',
      mend: '请选择图层，或在文件名、要素属性 layer 中写明。',
    },
    'layer-empty': {
      title: '文件中没有要素',
      text: '文件 {file} 是空的要素集合，而“{layer}”图层现有 {count} 个要素。多半是导出时没有选中要素；空文件不会删除任何内容。',
      mend: '请核对导出范围后重新导出。确要清空该图层，请从 plan.json 的 layers 中去掉它，再重新发布规划。',
    },
    'field-missing': {
      title: '缺少必填字段',
      text: '要素 {feature} 缺少必填字段“{field}”。',
      mend: '请补上该字段后重试。',
    },
    'field-type': {
      title: '字段类型不对',
      text: '要素 {feature} 的“{field}”应为{expected}，实际是 {found}；类型不对无法参与比较和计算。',
      mend: '请修正该值。数字不要加引号、不要带单位。',
    },
    'field-choice': {
      title: '字段取值不对',
      text: '要素 {feature} 的“{field}”是 {found}，只能取：{allowed}。',
      mend: '请改为所列取值之一。',
    },
    'field-range': {
      title: '字段超出范围',
      text: '要素 {feature} 的“{field}”是 {found}，应{range}。请检查单位是否一致（百分数按 0–100 填写，长度为米，面积为平方米）。',
      mend: '请修正该值。',
    },
    'field-number': {
      title: '数值过大',
      text: '要素 {feature} 的“{field}”数值过大，无法表示（{found}），保存时会丢失。',
      mend: '请修正该值。',
    },
    'field-unknown': {
      title: '字典外的字段',
      text: '“{layer}”图层有 {count} 个要素带有字段“{field}”，不在字段字典中；原样保留，但不参与检查和显示。',
      mend: '如是控制指标，请按数据格式说明改为规范字段名。',
    },
    'field-null': {
      title: '空值字段',
      text: '“{layer}”图层有 {count} 个要素的“{field}”为空值（null），按“未规定”处理。',
      mend: '如应有值，请补填。',
    },
    'more-of-the-same': {
      title: '同类问题还有很多',
      text: '文件 {file} 中“{of}”共 {count} 处，只列出前 {shown} 处。',
      mend: '请按前面列出的办法统一修正后再载入。',
    },
    'manifest-missing': {
      title: '没有规划清单',
      text: '没有找到规划清单 plan.json，不知道有哪些图层和目标。',
      mend: '请连同 plan.json 一起选择，或选择规划所在的文件夹。',
    },
    'manifest-unreadable': {
      title: '规划清单无法读取',
      text: '规划清单 {file} 无法与其格式对照。{detail}',
      mend: '请对照 data/schema/plan.schema.json 检查。',
    },
    'manifest-member-missing': {
      title: '清单缺少内容',
      text: '规划清单 {file} 缺少必需的 {member}。',
      mend: '请按 data/schema/plan.schema.json 补上。',
    },
    'manifest-member-type': {
      title: '清单内容类型不对',
      text: '规划清单 {file} 的 {member} 类型不对：应为 {expected}，实际是 {found}。',
      mend: '请按 data/schema/plan.schema.json 修正。',
    },
    'manifest-member-value': {
      title: '清单取值不对',
      text: '规划清单 {file} 的 {member} 是 {found}，不符合要求（{rule}：{expected}）。',
      mend: '请按 data/schema/plan.schema.json 修正。',
    },
    'manifest-member-unknown': {
      title: '清单中有不认识的内容',
      text: '规划清单 {file} 的 {member} 不在格式之内；原样保留，但不起作用，可能是写错了名称。',
      mend: '请核对名称。',
    },
    'manifest-file-repeated': {
      title: '清单中文件名重复',
      text: '规划清单 {file} 的 {member} 是 {found}，与 {other} 是同一个文件，保存时会互相覆盖。',
      mend: '请给每个图层各用一个文件。',
    },
    'layer-file-missing': {
      title: '缺少图层文件',
      text: '规划清单写明“{layer}”图层在 {path}，但没有找到该文件，规划不完整。',
      mend: '请补上该文件，或从清单中删去该图层。',
    },
  },
  words: findingWords,
} as const;
