/** What the checks find in a plan: by code, what it is called, what is wrong and why it matters, and how to mend it. */
export const findings = {
  codes: {
    'community-area': {
      title: '社区总面积不达标',
      text: '各期用地合计 {measuredSquareMetres}，目标 {targetSquareMetres}，相差 {differenceSquareMetres}（{differencePercent}），超出 ±{tolerancePercent} 的容差。按 CGCS2000 椭球面量算；{measuringCrs} 平面为 {planeSquareMetres}，turf 球面为 {sphereSquareMetres}。',
      mend: '请核对各期边界，或在 plan.json 中修改目标与容差。',
    },
    'community-area-met': {
      title: '社区总面积达标',
      text: '各期用地合计 {measuredSquareMetres}，目标 {targetSquareMetres}，相差 {differenceSquareMetres}（{differencePercent}），在 ±{tolerancePercent} 的容差之内。按 CGCS2000 椭球面量算；{measuringCrs} 平面为 {planeSquareMetres}，turf 球面为 {sphereSquareMetres}。',
      mend: '',
    },
    'community-zone-missing': {
      title: '找不到社区边界',
      text: 'plan.json 指定以片区“{value}”为社区边界，但重点区域图层中没有它，缺口与越界无从检查。',
      mend: '请修改 community.zone，或补上该片区。',
    },
    'measuring-crs-unknown': {
      title: '量算坐标系无法识别',
      text: 'plan.json 指定的量算坐标系“{value}”不在可用之列，平面面积与平面坐标改按最近的 {used} 给出；椭球面面积不受影响。',
      mend: '请在 plan.json 的 measuringCrs 中填写 CGCS2000 高斯-克吕格投影（EPSG:4491–4554）或 UTM 北半球（EPSG:32601–32660）。',
    },
    'phase-area': {
      title: '分期面积与目标不符',
      text: '分期 {feature} 量得 {measuredSquareMetres}，目标 {targetSquareMetres}，相差 {differenceSquareMetres}（{differencePercent}），超出 ±{tolerancePercent} 的容差（毛面积，椭球面）。',
      mend: '请核对该期边界或目标面积。',
    },
    'phase-overlap': {
      title: '分期重叠',
      text: '分期 {feature} 与 {related} 重叠 {areaSquareMetres}（容差 {toleranceSquareMetres}），重叠部分的面积、人口会被重复计算。',
      mend: '请让两期共用同一条边界。',
    },
    'phase-gap': {
      title: '分期之间有缺口',
      text: '社区边界内有 {areaSquareMetres} 不属于任何一期（容差 {toleranceSquareMetres}，邻近分期：{related}）。',
      mend: '请把缺口划入相邻分期，或调整社区边界。',
    },
    'phase-outside': {
      title: '分期越出社区边界',
      text: '分期 {feature} 有 {areaSquareMetres} 在社区边界“{related}”之外（容差 {toleranceSquareMetres}）。',
      mend: '请收回该期边界，或调整社区边界。',
    },
    'phase-count': {
      title: '分期数量不符',
      text: '共有 {count} 期，应为 {target} 期。',
      mend: '请补齐或合并分期，或修改 plan.json 中的期数。',
    },
    'phase-order': {
      title: '分期序号有误',
      text: '分期 {feature} 的序号 {sequence} 重复或超出 1–{count} 的范围（同号分期：{related}），时间轴无法排列。',
      mend: '请把序号改为从 1 起连续且不重复。',
    },
    'phase-dates': {
      title: '分期时间倒置',
      text: '分期 {feature} 的投用时间 {opens} 早于前一期“{related}”的 {earlierOpens}。',
      mend: '请核对两期的投用时间或序号。',
    },
    'phase-stages': {
      title: '生命周期阶段不全',
      text: '各期均未包含：{stages}。社区应覆盖科创、孵化、加速器、产业基地全周期。',
      mend: '请为相应分期补上生命周期阶段。',
    },
    'phase-programme': {
      title: '规模未达目标',
      text: '各期“{field}”合计 {sum}，低于目标 {target}（每公顷 {perHectare}）。{silent}',
      mend: '请核对各期数值，补上未填写的分期。',
    },
    'phase-programme-met': {
      title: '规模达到目标',
      text: '各期“{field}”合计 {sum}，目标 {target}，每公顷 {perHectare}。{silent}',
      mend: '',
    },
    'plot-overlap': {
      title: '地块重叠',
      text: '地块 {feature} 与 {related} 重叠 {areaSquareMetres}（容差 {toleranceSquareMetres}），面积和建筑容量会被重复计算。',
      mend: '请修正边界，让相邻地块共用同一条边。',
    },
    'overlaps-cut': {
      title: '重叠过多',
      text: '“{layer}”图层共有 {count} 处重叠，这里只逐条列出 {shown} 处。',
      mend: '多半是图形重复或整体错位，请先查明原因，修正后再检查。',
    },
    'overlaps-uncounted': {
      title: '重叠过多',
      text: '“{layer}”图层相互叠压的要素过多，没有全部数完：已发现 {count} 处重叠（实际更多），这里只逐条列出 {shown} 处。',
      mend: '多半是图形重复或整体错位，请先查明原因，修正后再检查。',
    },
    'plot-outside-phase': {
      title: '地块不在所属分期内',
      text: '地块 {feature} 有 {areaSquareMetres} 在其所属分期“{related}”之外（容差 {toleranceSquareMetres}）。',
      mend: '请核对地块的所属分期，或修正边界。',
    },
    'plot-across-phases': {
      title: '地块跨分期',
      text: '地块 {feature} 没有填写所属分期，又跨在“{related}”的边界上：有 {areaSquareMetres} 在该期之外（容差 {toleranceSquareMetres}），分期汇总会因此出错。',
      mend: '请填写所属分期，或沿分期界线修正、拆分地块。',
    },
    'plot-number-repeated': {
      title: '地块编号重复',
      text: '地块编号“{feature}”出现 {count} 次，指标无法对应到唯一地块。',
      mend: '请给重复的地块改号。',
    },
    'plot-area-declared': {
      title: '图数不一致',
      text: '地块 {feature} 的“{field}”填写 {declaredSquareMetres}，图上量得 {measuredSquareMetres}，相差 {differenceSquareMetres}（{differencePercent}），超出 ±{tolerancePercent} 的容差。',
      mend: '请核对填写的面积或地块边界。',
    },
    'plot-floor-area': {
      title: '地块建筑面积与容积率不符',
      text: '地块 {feature} 填写计容建筑面积 {gfaSquareMetres}，而按“{field}”{far} × 用地面积 {netAreaSquareMetres} = {expectedSquareMetres}，相差 {differencePercent}（容差 {tolerancePercent}）。',
      mend: '请核对建筑面积、容积率与用地面积，以及建筑面积的单位。',
    },
    'control-range': {
      title: '下限高于上限',
      text: '{feature} 的“{field}”为 {minimum}，高于“{otherField}”的 {maximum}，没有任何取值能同时满足。',
      mend: '请修正其中一个限值。',
    },
    'control-contradictory': {
      title: '控制要求互相矛盾',
      text: '地块 {feature} 的{control}：下限 {minimum}（来自{minimumFrom}）高于上限 {maximum}（来自{maximumFrom}），无法同时满足。',
      mend: '请协调地块与重点区域的控制要求。',
    },
    'building-over-limit': {
      title: '超出控制上限',
      text: '{feature} 的{control}为 {actual}，超过{binding}上限 {limit}，超出 {excess}；该上限来自{limitFrom}。',
      mend: '请核对建筑数据；确属超限的，调整方案或论证修改控制指标。',
    },
    'building-below-minimum': {
      title: '低于控制下限',
      text: '地块 {feature}（{standing}）的{control}为 {actual}，低于{binding}下限 {minimum}，差 {shortfall}；该下限来自{minimumFrom}。',
      mend: '请补齐未录入的建筑，或提高方案的指标；分期建设、尚未建完的，可写明理由予以保留。',
    },
    'building-near-limit': {
      title: '接近控制上限',
      text: '{feature} 的{control}为 {actual}，上限 {limit}，{use}。',
      mend: '',
    },
    'building-near-limits': {
      title: '多处接近控制上限',
      text: '{phase}有 {count} 处{control}用到上限的 {nearLimitPercent} 以上，均未超限{fullCount}。涉及地块：{related}。',
      mend: '',
    },
    'building-unknown': {
      title: '数据不足，无法判定',
      text: '{control}：有 {count} 处缺少数据（{fields}），不能判定是否符合控制要求，例如：{features}。',
      mend: '请补齐缺少的字段。',
    },
    'geometry-no-area': {
      title: '图形没有面积',
      text: '“{layer}”图层 {feature} 的边界围不出面积（{areaSquareMetres}），指标和检查都无从计算。',
      mend: '请重新勾绘边界，或删除该要素。',
    },
    'geometry-self-crossing': {
      title: '边界自相交',
      text: '“{layer}”图层 {feature} 的边界自相交，面积不确定，重叠、缺口检查也不可靠。',
      mend: '请在所示位置修正边界，使其不与自身相交。',
    },
    'geometry-ring-touching': {
      title: '边界与自身相接',
      text: '“{layer}”图层 {feature} 的边界有 {count} 处回到自己经过的点或边上，多数软件会把它当成无效图形。',
      mend: '请在所示位置把边界拆开，或分成两个要素。',
    },
    'geometry-hole-outside': {
      title: '洞在边界之外',
      text: '“{layer}”图层 {feature} 有洞不在其外边界之内，扣除了本不属于它的面积。',
      mend: '请把洞移回边界之内，或删除该洞。',
    },
    'geometry-hole-nested': {
      title: '洞与洞相套或相交',
      text: '“{layer}”图层 {feature} 有洞落在另一个洞之内或与之相交，同一块地被扣除两次。',
      mend: '请删除里面的洞，或把相交的洞合并。',
    },
    'geometry-parts-overlap': {
      title: '要素的各部分相互重叠',
      text: '“{layer}”图层 {feature} 的一个部分压在另一个部分上，同一块地被计算两次。',
      mend: '请合并重叠的部分，或删除多余的部分。',
    },
    'geometry-few-vertices': {
      title: '顶点太少',
      text: '“{layer}”图层 {feature} 有 {count} 个部分或洞不足三个不同的顶点，围不出面积，计算时已略去。',
      mend: '请删除这些部分，或补上顶点。',
    },
    'geometry-repeated-vertices': {
      title: '顶点重复',
      text: '“{layer}”图层 {feature} 有 {count} 个顶点与前一个顶点相距不到 1 毫米。',
      mend: '可删去重复的顶点；不影响本软件的计算。',
    },
    'geometry-spike': {
      title: '边界有尖刺',
      text: '“{layer}”图层 {feature} 的边界在所示位置折返，夹角 {angleDegrees}（小于 {toleranceDegrees}），多半是拖错的顶点。',
      mend: '请删除尖刺顶端的顶点。',
    },
    'geometry-sliver': {
      title: '狭长碎片',
      text: '“{layer}”图层 {feature} 的平均宽度只有 {widthMetres}（容差 {toleranceMetres}），面积 {areaSquareMetres}，像是两条边界之间剩下的碎片。',
      mend: '请并入相邻要素，或删除。',
    },
    'geometry-tiny-part': {
      title: '过小的部分或洞',
      text: '“{layer}”图层 {feature} 有 {count} 个部分或洞过小，最小的 {areaSquareMetres}（容差 {toleranceSquareMetres}），像是剪切、合并后的残留。',
      mend: '请删除这些部分，或填上这些洞。',
    },
    'geometry-multipart': {
      title: '由多个部分组成',
      text: '“{layer}”图层 {feature} 由互不相连的 {count} 个部分组成，应为一个整体。',
      mend: '请拆成几个要素并分别编号，或删除多余的部分。',
    },
    'geometry-outside-plan': {
      title: '位置远在规划范围之外',
      text: '“{layer}”图层 {feature} 离规划范围超过 {toleranceMetres}，坐标多半有误。',
      mend: '请核对坐标、坐标系和横纵坐标的次序。',
    },
    'geometry-winding': {
      title: '边界走向相反',
      text: '“{layer}”图层有 {count} 个要素的边界走向与 RFC 7946 相反（外环应逆时针，洞应顺时针），例如：{features}。',
      mend: '不影响本软件的计算；需要交给其他软件时，可在 GIS 中按 RFC 7946 重新导出。',
    },
    'plot-duplicate': {
      title: '地块重复',
      text: '地块 {feature} 与 {related} 的图形完全相同，面积和建筑容量会被重复计算。',
      mend: '请删除其中一个，编号不同时先确认保留哪个。',
    },
    'plot-gap': {
      title: '地块之间有缝隙',
      text: '地块 {feature} 与 {related} 之间围出 {areaSquareMetres} 不属于任何地块，也不是道路、水域或绿地（容差 {toleranceSquareMetres}）。',
      mend: '请让相邻地块共用同一条边，或补上遗漏的地块。',
    },
    'plot-strip': {
      title: '地块之间有夹缝',
      text: '地块 {feature} 与 {related} 之间有一道夹缝，最宽 {widthMetres}，共 {areaSquareMetres}，不属于任何地块，也不是道路、水域或绿地（窄于 {toleranceMetres}、大于 {toleranceSquareMetres} 即提示）。',
      mend: '请让两个地块共用同一条边；确为通道、沟渠的，请补画道路、水域或绿地。',
    },
    'border-near-miss': {
      title: '相邻边界未对齐',
      text: '“{layer}”图层 {feature} 与 {related} 的边界有 {count} 处相距不到 {toleranceMetres} 而不重合，最大 {distanceMetres}。',
      mend: '请开启捕捉，让两者共用同一条边和顶点。',
    },
    'border-vertex-missing': {
      title: '公共边界缺少顶点',
      text: '“{layer}”图层 {feature} 与 {related} 的公共边界上，对方有 {count} 个顶点而 {feature} 没有：两边目前重合，一经移动、换坐标系或取整就会错开。',
      mend: '请开启捕捉与拓扑编辑，让两边顶点一致；边界本为直线的，中段的顶点也可删去。',
    },
    'plot-across-road': {
      title: '地块越过道路红线',
      text: '地块 {feature} 有 {areaSquareMetres} 在道路“{related}”的红线之内（红线宽 {redLineWidthMetres}，容差 {toleranceSquareMetres}）。',
      mend: '请把地块边界退到红线之外，或核对道路中心线与红线宽度。',
    },
    'building-duplicate': {
      title: '建筑重复',
      text: '建筑 {feature} 与 {related} 的轮廓完全相同，基底面积与建筑面积会被重复计算。',
      mend: '请删除其中一个；确为上下叠置的，请合并为一栋。',
    },
    'building-outside-plot': {
      title: '建筑越出地块',
      text: '建筑 {feature} 有 {areaSquareMetres} 在其地块 {related} 之外（容差 {toleranceSquareMetres}）。',
      mend: '请核对建筑轮廓、所属地块或地块边界。',
    },
    'building-across-plots': {
      title: '建筑跨地块',
      text: '建筑 {feature} 只有不到一半在地块 {related} 内，有 {areaSquareMetres} 在其外（容差 {toleranceSquareMetres}），因此不计入任何地块的密度与容积率。',
      mend: '请填写建筑所在的地块，或核对建筑轮廓与地块边界。',
    },
    'building-setback': {
      title: '建筑退线不足',
      text: '建筑 {feature} 距地块 {related} 的边界 {distanceMetres}，小于要求的退线 {setbackMetres}。',
      mend: '请后退建筑，或论证修改退线。',
    },
    'townscape-colours': {
      title: '色彩过多',
      text: '{feature} 规定了 {count} 种建筑色彩；一个项目不宜超过 {limit} 种（合肥市控规通则）。',
      mend: '请减少色彩，例如只留主色、辅色与点缀色。',
    },
    'land-use-missing': {
      title: '地块没有用地代码',
      text: '地块 {feature} 没有{field}，用途、配色和按用途的检查、汇总都无从谈起。',
      mend: '请填写用地代码及其分类标准。',
    },
    'plot-number-form': {
      title: '地块编号格式不符',
      text: '地块编号“{feature}”不符合约定的格式（{forms}；A 为字母，9 为数字），按编号检索、连接表格时容易漏掉。',
      mend: '请改正编号，或在 plan.json 的 checks.plotNumberForms 中补上这种格式。',
    },
    'control-implausible': {
      title: '指标值不合常理',
      text: '{feature} 的“{field}”为 {actual}，超过常理范围（{limit}），多半是小数点、单位或字段填错。',
      mend: '请核对该值；确属有意的，可在 plan.json 的 checks.limits 中放宽。',
    },
    'density-green-contradictory': {
      title: '密度与绿地率相加超过 100%',
      text: '地块 {feature} 的建筑密度下限 {densityPercent} 与绿地率下限 {greenPercent} 合计 {sumPercent}，同一块地放不下。',
      mend: '请降低其中一个下限。',
    },
    'far-unreachable': {
      title: '容积率无法达到',
      text: '地块 {feature} 的容积率 {far} 在建筑密度 {densityPercent}、限高 {heightMetres} 之下达不到：层高按 {storeyMetres} 计最多 {storeys} 层，容积率至多 {reachable}。',
      mend: '请协调容积率、建筑密度与限高。',
    },
    'building-storeys': {
      title: '层数与高度不符',
      text: '建筑 {feature} 高 {heightMetres}、{floors} 层，平均层高 {storeyMetres}，不在 {storeyMinMetres}–{storeyMaxMetres} 之内。',
      mend: '请核对高度与层数（常见的是把地下层计入，或高度以其他单位填写）。',
    },
    'building-floor-area': {
      title: '建筑面积大于基底乘层数',
      text: '建筑 {feature} 填写计容建筑面积 {gfaSquareMetres}，而基底 {footprintSquareMetres}、{floors} 层至多 {mostSquareMetres}。',
      mend: '请核对建筑面积、层数或轮廓。',
    },
    'stage-land-use': {
      title: '阶段与用地矛盾',
      text: '地块 {feature} 的生命周期阶段是{stages}，用地却是 {value}，两者不相容。',
      mend: '请核对阶段或用地代码。',
    },
    'phase-floor-area': {
      title: '分期建筑面积与容积率不符',
      text: '分期 {feature} 填写计容建筑面积 {gfaSquareMetres}，而容积率 {far} × 净用地 {netAreaSquareMetres} = {expectedSquareMetres}，相差 {differencePercent}，超出 ±{tolerancePercent}。',
      mend: '请核对三个数值。',
    },
    'building-blue-green-setback': {
      title: '退蓝线、绿线不足',
      text: '建筑 {feature} 距“{value}” {distanceMetres}，少于应退的 {leastMetres}。',
      mend: '请后退建筑，或核对蓝线、绿线。',
    },
    'building-metro-band': {
      title: '进入轨道严格控制带',
      text: '建筑 {feature} 距“{value}” {distanceMetres}，在 {leastMetres} 的严格控制带之内。',
      mend: '请移出控制带，或办理轨道保护论证。',
    },
    'industry-far': {
      title: '工业用地容积率偏低',
      text: '工业地块 {feature} 的容积率上限 {actual}，不高于 {limit}；通则要求工业用地容积率大于 {limit}。',
      mend: '请提高容积率上限，或说明工艺上的理由。',
    },
    'industry-green-ratio': {
      title: '工业用地绿地率偏高',
      text: '工业地块 {feature} 的“{field}”为 {actual}，高于通则对工业用地的上限 {limit}。',
      mend: '请把绿地率要求降到上限以内。',
    },
    'industry-service-share': {
      title: '行政生活设施占比偏高',
      text: '工业地块 {feature} 的行政办公与生活服务建筑面积 {serviceSquareMetres}，占 {totalSquareMetres} 的 {sharePercent}，超过 {limitPercent}。',
      mend: '请减少行政办公与生活服务设施，或核对建筑用途。',
    },
    'green-ratio-use': {
      title: '绿地率低于同类用地要求',
      text: '地块 {feature}（{value}）的绿地率下限 {actual}，低于该类用地的建议值 {limit}。',
      mend: '请提高绿地率下限；属引导性要求，确有理由的可以保留。',
    },
    'high-rise-plot-small': {
      title: '高层建筑的地块过小',
      text: '建筑 {feature} 高 {heightMetres}，属高层（高于 {highRiseAboveMetres}），所在地块 {related} 只有 {areaSquareMetres}，少于 {leastSquareMetres}。',
      mend: '请合并地块或降低建筑。',
    },
    'view-corridor-blocked': {
      title: '通水视廊被遮挡',
      text: '“{feature}”沿“{value}”有 {lengthMetres} 的岸线，其间 {count} 栋建筑没有留出 {widthMetres} 宽的通廊，超过 {spacingMetres} 的最大间隔。涉及：{related}。',
      mend: '请在这些建筑之间打开一处够宽的通廊。',
    },
    'height-rises-to-water': {
      title: '高度向水面升高',
      text: '“{feature}”的高度分带中，距“{value}” {nearFromMetres} 起限高 {nearMetres}，高于其后（{farFromMetres} 起）的 {farMetres}。',
      mend: '请让限高由水面向外逐级升高。',
    },
    'phase-totals': {
      title: '分期指标与地块合计不符',
      text: '分期 {feature} 的“{field}”填写 {declaredSquareMetres}，地块合计 {sumSquareMetres}（不含绿地、道路与水域），相差 {differencePercent}，超出 {tolerancePercent}。',
      mend: '请核对分期指标，或地块的面积、容积率与所属分期。',
    },
    'phase-capacity': {
      title: '规模超出建筑容量',
      text: '分期 {feature} 的“{field}”为 {count}，可建容量 {capacitySquareMetres}，平均只有 {eachSquareMetres}，低于 {leastSquareMetres}。',
      mend: '请核对规模或提高容量。',
    },
    'reference-missing': {
      title: '引用的对象不存在',
      text: '{feature} 的“{field}”是“{value}”，规划中没有它，相关检查和汇总会遗漏该要素。',
      mend: '请核对拼写，或补上被引用的对象。',
    },
  },
} as const;
