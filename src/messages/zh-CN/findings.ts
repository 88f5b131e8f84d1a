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
      text: '分期 {feature} 有 {areaSquareMetres} 在社区边界 {related} 之外（容差 {toleranceSquareMetres}）。',
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
      text: '分期 {feature} 的投用时间 {opens} 早于前一期 {related} 的 {earlierOpens}。',
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
      text: '“{layer}”图层的重叠超过 {shown} 处，只列出这些，其余没有再查。',
      mend: '多半是图形重复或整体错位，请先查明原因，修正后再检查。',
    },
    'plot-outside-phase': {
      title: '地块不在所属分期内',
      text: '地块 {feature} 有 {areaSquareMetres} 在其所属分期 {related} 之外（容差 {toleranceSquareMetres}）。',
      mend: '请核对地块的所属分期，或修正边界。',
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
    'control-range': {
      title: '下限高于上限',
      text: '{feature} 的“{field}”为 {minimum}，高于“{otherField}”的 {maximum}，没有任何取值能同时满足。',
      mend: '请修正其中一个限值。',
    },
    'control-contradictory': {
      title: '控制要求互相矛盾',
      text: '地块 {feature} 的{control}：下限 {minimum}（来自 {minimumFrom}）高于上限 {maximum}（来自 {maximumFrom}），无法同时满足。',
      mend: '请协调地块与重点区域的控制要求。',
    },
    'building-over-limit': {
      title: '超出控制上限',
      text: '{feature} 的{control}为 {actual}，超过上限 {limit}，超出 {excess}。',
      mend: '请核对建筑数据；确属超限的，调整方案或论证修改控制指标。',
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
    'townscape-colours': {
      title: '色彩过多',
      text: '{feature} 规定了 {count} 种建筑色彩；一个项目不宜超过 {limit} 种（合肥市控规通则）。',
      mend: '请减少到 {limit} 种以内。',
    },
    'reference-missing': {
      title: '引用的对象不存在',
      text: '{feature} 的“{field}”是“{value}”，规划中没有它，相关检查和汇总会遗漏该要素。',
      mend: '请核对拼写，或补上被引用的对象。',
    },
  },
} as const;
