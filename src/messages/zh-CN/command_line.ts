/** 命令行。 */
export const commandLine = {
  help: `park-plan：在命令行检查、转换、对比园区规划

  park-plan check IN...               检查规划或文件，列出发现的全部问题
  park-plan convert IN... --out OUT   读取任意格式的文件，写成本程序的格式
  park-plan compare OLD NEW           逐地块说明两版规划的变化及其对建筑面积、用地的影响

每条命令的选项：park-plan check --help 等。
`,
  helpOf: {
    check: `park-plan check IN... [选项]

检查一份规划（含 plan.json 的文件夹）或若干文件，逐条列出问题：
文件#位置: 严重程度 代码: 说明。可同时给多个规划文件夹。

{inputs}
  --format 格式    text（默认）、json、sarif（代码托管平台）、junit（持续集成）、
                   geojson（问题位置，WGS84）
  --rules 代码,…   只执行这些规则；全部规则见 docs/rules.md
  --fail-on 程度   error（默认）、warning 或 info：发现此程度及以上的问题时退出码为 1；
                   已说明理由、予以保留的问题不计
{options}
{exit}
`,
    convert: `park-plan convert IN... --out OUT [选项]

读取文件，统一坐标、图层、字段与数值，写成本程序的格式。有任何错误时什么也不写
（读不出的数值与图形可用 --skip-unreadable 略过）。

{inputs}
  --out OUT        .geojson 结尾：一个文件，WGS84 经纬度，每个要素带 layer
                   .csv 结尾：属性表，每个要素一行
                   .xlsx 结尾：每个图层一张工作表，表头用 --language 的语言
                   其他：文件夹，整份规划（plan.json 与各图层）
                   -：GeoJSON 写到标准输出，说明写到标准错误
  --force          覆盖已有的文件；不写此项时绝不覆盖
{options}
{exit}
`,
    compare: `park-plan compare OLD NEW [选项]

逐地块说明变化（新增、删除、范围与指标调整、改编号、拆分、合并），并按分期与重点区域汇总。
NEW 不是规划文件夹时，视为对 OLD 的更新：它没有的图层保持不变。

{inputs}
{options}
{exit}
`,
  },
  inputs: `  IN, OLD, NEW     含 plan.json 的规划文件夹；或任意格式的文件、装有它们的文件夹或 zip；
                   - 表示从标准输入读取。能读的格式见 docs/loading-data.md`,
  options: `  --plan 文件夹    以这份规划为底：文件各自替换其图层，属性表按编号连接，坐标据此识别
  --merge          文件里只是图层的一部分：按编号增改，其余要素不动
  --replace        文件里是整个图层：它没有的要素即删除
  --keep-fields    编号相同的要素保留文件里没有的字段的现值（--merge 时即如此）
  --drop-fields    文件里没有的字段不保留（--replace 时即如此）
  --skip-unreadable
                   略过读不出的数值（包括“待定”一类文字）与图形：有现值、现有图形的保留，没有的留空、不采用；其余照写，
                   逐一列出，退出码为 1
  --crs 坐标系     文件未写明坐标系时指明：EPSG:4527、4527、GCJ-02……
                   GCJ-02@EPSG:4548：GCJ-02 经纬度投影成的平面坐标；BD09MC：百度墨卡托
  --swap-axes      横纵坐标颠倒
  --control-points 文件
                   独立坐标系用控制点定位：每行 x, y, 经度, 纬度，或 x, y, 东坐标, 北坐标
                   （后者的坐标系由 --crs 指明）；至少两点
  --place-by-plan  整体或部分偏移、独立坐标系的文件，按与规划对应的要素实测纠正
  --encoding 编码  文字的编码：UTF-8、GBK、GB18030、Big5……
  --mend-text      乱码按推断还原（只还原能无损还原的）
  --join-layers    图纸的地块界线分在几个图层的，合在一起连接
  --layer 图层     文件看不出图层时指明：plots、zones、phases……
  --layer 源=图层  指明其中一个来源（CAD 图层、KML 文件夹、数据表）的图层；可写多次
  --leave-out 源   不用这个来源；可写多次
  --map 字段=别名  规划的“字段”在文件中叫“别名”；可写多次
  --json           以 JSON 输出，供程序读取（等于 --format json）
  --language 语言  zh-CN 或 en；不写时依环境变量 LANG
  --help           本说明`,
  exit: `退出码：0 正常；1 发现错误；2 用法不对、读不了或写不了。坐标系或图层有几种可能时不猜，
退出码为 2，并列出可选项与要补写的选项。`,
  problems: {
    'command-missing': '没有写命令；可用 check、convert、compare。',
    'command-unknown': '没有命令 {found}。{suggestion}',
    'option-unknown': '没有选项 {option}。{suggestion}',
    'option-without-value': '选项 {option} 需要一个值。',
    'option-with-value': '选项 {option} 不带值。',
    'format-unknown': '--format 只能是 {allowed}，不能是 {found}。',
    'rule-unknown': '没有规则 {found}；全部规则见 docs/rules.md。{suggestion}',
    'fail-on-unknown': '--fail-on 只能是 {allowed}，不能是 {found}。',
    'language-unknown': '--language 只能是 zh-CN 或 en，不能是 {found}。',
    'encoding-unknown': '不认识的编码 {found}；可用 UTF-8、GB18030（GBK、GB2312）、Big5、UTF-16LE 等。',
    'layer-unknown': '没有图层 {found}；可用 {allowed}。',
    'crs-unknown':
      '不认识坐标系 {found}；请写 EPSG 编号（如 EPSG:4527）、GCJ-02、BD-09，或 GCJ-02@EPSG:4548（由其投影而成）。',
    'map-form': '--map 应写作“字段=别名”，不能是 {found}。',
    'map-field-unknown': '规划没有字段 {found}（--map {mapping}）。{suggestion}',
    'map-unused': '文件中没有字段 {alias}（--map {mapping}）；文件的字段有 {fields}。',
    'input-missing': '没有写要读的文件或文件夹。',
    'output-missing': '没有写 --out。',
    'standard-input-twice': '标准输入只能读一次。',
    'compare-needs-two': 'compare 需要 OLD 与 NEW，各一个路径。',
    'path-unreadable': '{path} 不存在或读不了。',
    'folder-empty': '文件夹 {path} 里没有文件。',
    'plan-missing': '{path} 里没有 plan.json。',
    'folder-among-files': '{path} 是规划文件夹；请只给一个文件夹，或给若干文件。',
    'output-exists': '已有 {paths}，未覆盖；确要覆盖请加 --force。',
    'output-is-folder': '{path} 是文件夹，不能写成文件。',
    'output-is-file': '{path} 是文件，不能作为规划文件夹。',
    'output-format':
      '不能写 {ending} 文件；请用 .geojson、.csv、.xlsx 结尾，或给一个文件夹名（以 / 结尾则总是文件夹）。',
    'output-failed': '{path} 写不了：{detail}',
    crashed: '程序自身出错，没有结果；请把下面的文字与所用的文件发给维护人员：\n{detail}',
    'layer-undecided': '看不出 {source} 是哪个图层；请补写 --layer，可用 {allowed}。例如：',
    'mode-undecided':
      '文件中的 {layer} 只有 {count} 个，现有规划有 {present} 个：若只更新这些，请加 --merge；若要替换整个图层（其余删除），请加 --replace。例如：',
    'layers-undecided':
      '看不出 {sources} 各是哪个图层；请补写 --layer 来源=图层，可用 {allowed}；图纸中其余的不采用。例如：',
    'source-unknown': '没有来源 {found}；来源有 {names}。{suggestion}',
    'points-unreadable': '{path} 第 {lines} 行读不出四个数：x, y, 经度, 纬度（或东、北坐标）。',
    'points-too-few': '{path} 至少要有两个控制点。',
    'points-same-place': '{path} 的控制点都在同一位置，无法定位。',
    'points-mixed': '{path} 的目标坐标有的像经纬度、有的像平面坐标。',
    'points-without-plane': '{path} 给的是东、北坐标：请用 --crs 指明是哪个平面坐标系（如 EPSG:4548）。',
    'coordinates-local':
      '{source} 的坐标不属于任何已知坐标系，但有 {count} 个要素与规划对应（旋转 {rotation}°，尺度 {partsPerMillion} ppm，残差中误差 {rms} m）；确要按此定位请补写 --place-by-plan，或用 --control-points 给出控制点。例如：',
    'coordinates-service':
      '{source} 没有写明坐标系；有 {count} 个要素与规划对应，整体{shift}，与 {service} 的偏移一致，多半是 {service} 坐标投影而成。确是如此请按所列命令纠正；否则请从各种读法中选定：',
    'coordinates-undecided': '{source} 没有写明坐标系，其坐标有 {count} 种可能，不擅自认定：',
  },
  didYouMean: '是不是 {name}？',
  candidate: {
    distance: '距规划 {distance}',
    inside: '落在规划范围内',
    matched: '{count} 个同编号要素{shift}',
    more: '……另有 {count} 种',
    typeIt: '选定后补写在命令里，例如：',
    givePlan: '加上 --plan 与现有规划的文件夹，即可据以判断，或列出各种读法偏离多少。',
  },
  severity: { error: '错误', warning: '警告', info: '提示' },
  accepted: '{message}（已予保留：{reason}）',
  finding: '{place}: {severity} {code}：{message}',
  source: {
    layer: '图层 {layer}',
    coordinates: '坐标 {crs}（{how}）',
    swapped: '坐标 {crs}，横纵颠倒（{how}）',
    how: { declared: '文件写明', recognised: '由数值识别', chosen: '由您指定', none: '未写明' },
    shifted: '疑为 {crs}：整体{shift}；确是如此请加 --crs {crs} 纠正',
    shiftNatures: {
      datumDifference: '{count} 个对应要素整体{shift}，应为基准之差；按实测纠正请加 --place-by-plan',
      likeOlderDatum: '{count} 个对应要素整体{shift}，像是西安 80 或北京 54；按实测纠正请加 --place-by-plan',
      beside: '{count} 个对应要素整体{shift}；按实测纠正请加 --place-by-plan',
    },
    text: '文字编码 {encoding}',
    garbled: '有 {count} 处乱码可以无损还原；同意还原请加 --mend-text',
    unreadable: {
      refuse: '有 {count} 处读不出；略过它们请加 --skip-unreadable（{outcome}）',
      words: '有 {count} 个现有规划有值的数值格写着文字，按空值读入；要保留现值请加 --skip-unreadable',
      skip: '略过读不出的 {count} 处（{outcome}）',
    },
    fields: '字段 {fields}',
    omitted: {
      chosen: '按您所说不采用',
      untold: '看不出属于规划的哪个图层，未采用',
      hidden: '在图纸中已关闭或隐藏，未采用',
    },
    kept: '{name} 保留原样',
    guessed: '{from} → {to}（推测）',
    line: '{name}：{notes}',
    separator: '，',
  },
  comparison: {
    line: '{plots}：{what}',
    separator: '；',
    field: '{title} {before} → {after}',
    inForce: '{title}（从严）',
    moreFields: '另有 {count} 个字段',
  },
  summary: '{errors} 个错误，{warnings} 个警告，{infos} 个提示，{features} 个要素',
  written: '已写出 {paths}',
  nothingWritten: '有错误，什么也没有写出。',
} as const;
