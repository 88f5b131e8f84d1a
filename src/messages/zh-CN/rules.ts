import type { RuleSource, RuleTopic } from '../../core/check/rule.ts';
import type { RuleCode } from '../../core/check/rules.ts';
import { checkReport } from './check_report.ts';
import { findingsPanel } from './findings_panel.ts';

/** What each rule looks for and why that matters: the rule reference, and what a person opens beside a finding. */
export const rules = {
  title: '检查规则',
  topics: {
    geometry: '图形',
    topology: '拓扑',
    attributes: '属性',
    controls: '管控',
    programme: '规模与分期',
  } satisfies Record<RuleTopic, string>,
  sources: {
    'simple-features': 'OGC 简单要素规范（06-103r4）',
    'rfc-7946': 'GeoJSON 标准（RFC 7946，3.1.6）',
    'hefei-2013': '合肥市控制性详细规划通则（试行），2013，现行效力未核实',
    practice: '规划数据审查的通行要求（拓扑、属性、图数一致），阈值为本软件默认',
    plan: '本规划自己的目标与指标（plan.json 与图层）',
    own: '本软件默认',
  } satisfies Record<RuleSource, string>,
  codes: {
    'geometry-no-area': {
      finds: '边界围不出面积的面要素。',
      why: '没有面积就没有容量，指标和其他检查都无从计算。',
    },
    'geometry-self-crossing': {
      finds: '边界与自身相交的面要素（8 字形、打结）。',
      why: '面积不确定，重叠与缺口检查也不可靠，多数 GIS 软件会拒绝或悄悄改图。',
    },
    'geometry-ring-touching': {
      finds:
        '边界回到自己经过的顶点或边上的面要素（1 mm 以内）；洞与外环或其他洞两处相接、共边，把内部分成几块的同此。',
      why: '简单要素规范不允许外环自接触，导入其他软件时可能被拒绝或悄悄改图。',
    },
    'geometry-hole-outside': {
      finds: '有洞全部或部分在外边界之外的面要素。',
      why: '面积按“外边界减洞”计算，洞在外面时面积是错的。',
    },
    'geometry-hole-nested': {
      finds: '洞落在另一个洞之内，或两个洞相交的面要素。',
      why: '重复扣除会使面积偏小。',
    },
    'geometry-parts-overlap': {
      finds: '由多个部分组成、而各部分相互重叠的面要素。',
      why: '重复计算会使面积和容量偏大。',
    },
    'geometry-few-vertices': {
      finds: '部分或洞不足三个不同顶点（1 mm 以内视为同一点）的面要素。',
      why: '围不出面积的环在不同软件里读法不同。',
    },
    'geometry-repeated-vertices': {
      finds: '与前一个顶点相距不到 1 mm 的顶点。',
      why: '对面积无影响，但有些软件会因零长度的边出错。',
    },
    'geometry-spike': {
      finds: '相邻两条边夹角小于容差的顶点（两边均长于 5 cm；水域、绿地不查）。',
      why: '尖刺使周长失真，并会戳进邻近地块。',
    },
    'geometry-sliver': {
      finds: '平均宽度（面积的两倍除以周长）小于容差的面要素（水域、绿地不查）。',
      why: '碎片不能建设，却会占一个编号并进入汇总。',
    },
    'geometry-tiny-part': {
      finds: '多部分要素中小于容差的部分或洞（水域、绿地不查）。',
      why: '残留的小块会使要素变成多部分，也会在地图上留下斑点。',
    },
    'geometry-multipart': {
      finds: '由两个以上部分组成的地块或建筑。',
      why: '地块按编号整宗出让，一个编号只应对应一块完整的地。',
    },
    'geometry-outside-plan': {
      finds: '离规划范围（plan.json 的 bounds，没有时取多数要素所在处）超过容差的要素。',
      why: '一个飞出去的要素会拉大全图范围，也不会参与任何检查。',
    },
    'geometry-winding': {
      finds: '外环不是逆时针、或洞不是顺时针的面要素（每个图层合为一条；更新进来的文件在读取时已调整）。',
      why: '面积与检查不受影响，但少数软件会把走向相反的面当成它的外面。',
    },
    'plot-duplicate': {
      finds: '图形相同（顶点相距不到 1 mm）而编号不同的地块。',
      why: '同一块地会出让两次，面积和容量重复计算。',
    },
    'plot-gap': {
      finds:
        '被地块围住、却不属于任何地块，也不是道路红线内、水域或绿地的地面，大于容差；两块地之间两端敞开、窄于容差的夹缝同此。',
      why: '没有归属的边角地无人管理，地块面积之和也与街区面积对不上。',
    },
    'border-near-miss': {
      finds: '相邻地块或分期的边界相距在容差之内，却不是同一条边。',
      why: '细缝和细小重叠在图上看不见，却会进入面积与红线放线。',
    },
    'border-vertex-missing': {
      finds:
        '两个地块或分期公共边界的中段，只有一方有的顶点，每条边界提示一次。第三个地块或空地由此开始的拐点属正常情况，不提示。',
      why: '这样的边界只是碰巧重合：移动顶点、换坐标系或减少小数位，都会沿线产生细缝和细小重叠。',
    },
    'plot-across-road': {
      finds: '在道路红线（中心线两侧各半个红线宽度）之内的部分大于容差的地块；交通用地除外。',
      why: '红线内的地不能出让，净用地面积会虚增。',
    },
    'building-duplicate': {
      finds: '轮廓相同（顶点相距不到 1 mm）的建筑。',
      why: '基底与建筑面积重复计算，建筑密度与容积率虚高。',
    },
    'building-outside-plot': {
      finds:
        '在所属地块之外的部分大于容差的建筑；没有填写地块、落在任一地块内都不到一半的建筑为警告，完全不在地块上的不判。',
      why: '建筑越界即侵占邻地或道路，密度和容积率也算错了地块。',
    },
    'building-setback': {
      finds: '到地块边界的距离小于该地块有效退线的建筑（图上为最近的一段）；指导性退线为警告。',
      why: '退线保证消防、日照、管线与街道界面。',
    },
    'measuring-crs-unknown': {
      finds: '规划指定的量算坐标系不是可用的高斯-克吕格或 UTM 投影。',
      why: '平面面积与坐标无法按指定坐标系给出。',
    },
    'community-area': {
      finds: '各期面积之和与社区目标面积之差，超过 plan.json 规定的容差（椭球面、毛面积）。',
      why: '约 5 平方公里是社区的总量控制，分期边界改动后必须重新核对。',
    },
    'phase-area': {
      finds: '单个分期的毛面积与其目标之差超过容差。',
      why: '分期面积决定供地节奏与配套规模。',
    },
    'phase-overlap': {
      finds: '两个分期共有的面积超过容差。',
      why: '重叠部分的面积、人口和企业会被重复计算。',
    },
    'phase-gap': {
      finds: '社区边界内不属于任何分期的地面，大于容差。',
      why: '没有归属的用地不会进入任何一期的计划与统计。',
    },
    'phase-outside': {
      finds: '分期在社区边界之外的部分大于容差。',
      why: '越界部分不在规划授权范围内，总面积也会虚增。',
    },
    'phase-count': {
      finds: '分期数量与规划规定的期数不同。',
      why: '缺一期或多一期，总量与时序都对不上。',
    },
    'phase-order': {
      finds: '分期序号重复、跳号或超出范围。',
      why: '时间轴和逐期累计依赖连续的序号。',
    },
    'phase-dates': {
      finds: '后一期的投用时间早于前一期。',
      why: '建设时序与序号矛盾，逐期累计的数字会失真。',
    },
    'phase-stages': {
      finds: '科创、孵化、加速器、产业基地四个阶段中，没有任何一期包含的阶段。',
      why: '社区按全生命周期布局，缺一环就不成链条。',
    },
    'phase-programme': {
      finds: '各期人口或企业数合计低于规划目标。',
      why: '规模目标没有落到分期，配套容量也就没有依据。',
    },
    'plot-number-repeated': {
      finds: '同一地块编号出现多次。',
      why: '指标、合同和审批都以编号对应地块，重号会张冠李戴。',
    },
    'plot-overlap': {
      finds: '两个地块共有的面积超过容差。',
      why: '同一块地被出让两次，面积和建筑容量重复计算。',
    },
    'plot-outside-phase': {
      finds: '在所属分期之外的部分大于容差的地块；没有填写分期的，跨出它主要所在一期的部分大于容差。',
      why: '该地块会计入错误的分期。',
    },
    'plot-area-declared': {
      finds: '填写的用地面积与图上量得的面积（椭球面）之差超过容差。',
      why: '图数一致是成果审查的基本要求，容积率与容量都由面积推得。',
    },
    'plot-floor-area': {
      finds: '填写的计容建筑面积高于容积率上限、或低于容积率下限乘用地面积的地块。',
      why: '同一行里的面积、容积率和建筑面积自相矛盾，合同与审批无从取数。',
    },
    'control-range': {
      finds: '地块、片区或高度分带自身的下限高于上限。',
      why: '没有任何方案能同时满足两个限值。',
    },
    'control-contradictory': {
      finds: '地块与覆盖它的片区从严取值后，下限高于上限。',
      why: '各自成立的两份要求合在一起无法实施。',
    },
    'building-over-limit': {
      finds: '建筑高度、地块容积率或建筑密度超过有效上限（从严）；只超过指导性上限的为警告。',
      why: '突破强制性指标的方案不能许可；突破指导性指标的，须说明理由。',
    },
    'building-below-minimum': {
      finds:
        '建筑合计（已建与拟建）的容积率、建筑密度，或最高一栋的高度，低于有效下限的地块。所在分期已开放，或已画出拟建方案的，为警告；只有已建建筑而分期尚未开放的，或只低于指导性下限的，为提示。没有建筑的地块、建筑缺少面积或高度的地块不判。',
      why: '下限是集约用地的底线，供地合同往往据此约定；建成后仍达不到的，是低效用地。',
    },
    'building-near-limit': {
      finds: '指标用到上限的一定比例以上而未超过；同一分期内多处时合并。',
      why: '余量很小，任何一处增加都可能突破。',
    },
    'building-unknown': {
      finds: '缺少判定所需数据的建筑或地块。',
      why: '“没有发现问题”不等于“符合要求”。',
    },
    'townscape-colours': {
      finds: '地块或片区规定的建筑色彩超过三种。',
      why: '色彩过多，风貌难以统一。',
    },
    'land-use-missing': {
      finds: '没有填写用地代码的地块。',
      why: '用途决定指标要求，缺了它既不能上色也不能按用途汇总。',
    },
    'plot-number-form': {
      finds: '编号不符合 plan.json 约定格式的地块；没有约定时，以九成以上编号共有的格式为准，仅作提示。',
      why: '编号是地块与指标表、合同、审批之间的唯一纽带，写法不一就连不上。',
    },
    'control-implausible': {
      finds: '容积率、限高或建筑密度超出常理的地块与片区。',
      why: '一个错位的小数点会让容量、合规和汇总全部失真。',
    },
    'density-green-contradictory': {
      finds: '建筑密度下限与绿地率下限之和超过 100% 的地块。',
      why: '两个下限不可能同时满足。',
    },
    'far-unreachable': {
      finds: '按最低层高推算，密度与限高之下达不到的容积率：下限达不到为错误，上限达不到为警告。',
      why: '达不到的下限无法履约，达不到的上限让容量虚高。',
    },
    'building-storeys': {
      finds: '高度除以层数不成其为层高的建筑。',
      why: '高度或层数有一个是错的，限高与容积率的判定随之不可靠。',
    },
    'building-floor-area': {
      finds: '计容建筑面积大于基底面积乘层数的建筑（单层按两倍计，以容纳超高大厅）。',
      why: '容积率由建筑面积求和得出，一栋填错整个地块就错。',
    },
    'stage-land-use': {
      finds: '生命周期阶段与用地性质不相容的地块，例如住宅用地上的产业基地。',
      why: '按阶段汇总的面积与企业会算到不可能的用地上。',
    },
    'phase-floor-area': {
      finds: '计容建筑面积不等于容积率乘净用地面积的分期。',
      why: '三个数只要有一个错，对外的口径就自相矛盾。',
    },
    'building-blue-green-setback': {
      finds: '距水域或绿地不足的建筑：24 m 及以下退 5 m，以上退 10 m；建在公园等开敞用地上的除外。',
      why: '滨水、沿绿的公共空间和防洪、管养通道要靠退线保住。',
    },
    'building-metro-band': {
      finds: '距轨道线不足严格控制带宽度的建筑。',
      why: '控制带内施工危及轨道结构，未经论证不得建设。',
    },
    'industry-far': { finds: '容积率上限不高于 1.0 的工业地块。', why: '工业用地须节约集约，容积率过低不予供地。' },
    'industry-green-ratio': {
      finds: '绿地率要求高于 10% 的工业地块。',
      why: '工业用地不得以绿化占地，与集约用地要求相悖。',
    },
    'industry-service-share': {
      finds: '行政办公与生活服务设施占总建筑面积超过 10% 的工业地块（仅在每栋都填了用途与面积时判定）。',
      why: '防止以工业之名建办公与住宿。',
    },
    'green-ratio-use': {
      finds: '住宅、科研教育、商业地块的绿地率下限低于建议值（40%、35%、20%）。',
      why: '属引导性要求，但应知道哪里低了、为什么低。',
    },
    'high-rise-plot-small': {
      finds: '地块净面积不足 3,000 m² 而建有高层的情形。',
      why: '过小的地块容不下高层所需的消防、日照与停车。',
    },
    'view-corridor-blocked': {
      finds: '水边第一排建筑沿岸线投影，没有足够宽的间隔而连续过长的一段；片区未定为强制性的为提示。',
      why: '通水视廊一旦被连续遮挡，后排与公共空间就看不到水。',
    },
    'height-rises-to-water': {
      finds: '同一水体的高度分带中，近水一带限高高于外侧一带。',
      why: '近高远低会遮挡视线，违背滨水高度控制的原则。',
    },
    'phase-totals': {
      finds:
        '分期填写的净用地与所属地块面积之和不符，或填写的建筑面积超过地块容量之和（后者仅在所属建设用地都有容积率上限时判定）。',
      why: '图表相符是成果审查的要求，分期口径来自地块。',
    },
    'phase-capacity': {
      finds: '人均或每家企业可分得的建筑容量低于下限的分期（仅在所属建设用地都有容积率上限时判定）。',
      why: '装不下的规模是落空的承诺。',
    },
    'reference-missing': {
      finds: '要素引用的分期、地块、用地代码、风貌色调或参照物在规划中不存在。',
      why: '该要素会从汇总与检查中漏掉，未知代码也无法上色。',
    },
  } satisfies Record<RuleCode, { finds: string; why: string }>,
  panel: findingsPanel,
  ...checkReport,
} as const;
