/** 单个读不出的数值与图形：整份不收，或略过它们。 */
export const unreadable = {
  codes: {},
  words: {
    title: '读不出的内容',
    refuse: '改好再装载',
    skip: '略过，其余照常',
    refuseHint:
      '有 {count} 处读不出，所以整份文件暂不采用；其余都读得出。若选“略过，其余照常”：{outcome}。每一处都留在问题清单里，并记入历史。',
    skipHint: '读不出的 {count} 处没有采用：{outcome}。每一处都列在“文件问题”一栏，并记入历史；请发给制作者改正。',
    /** 只有写着文字（待定、详见图则）的数值格。 */
    alone: {
      title: '写着文字的数值格',
      refuse: '按空值读入',
      skip: '保留现值',
      refuseHint:
        '{count} 个数值格写着“待定”一类文字，而现有规划有值；按空值读入，接受后不再有这些值。每一格都列在“文件问题”一栏。',
      skipHint: '{count} 个数值格写着“待定”一类文字，保留现有规划的值，并记入历史。每一格都列在“文件问题”一栏。',
    },
    outcome: {
      keptValues: '{count} 个值保留现有规划的值',
      emptyValues: '{count} 个值留空',
      keptShapes: '{count} 个要素保留现有规划中的图形',
      leftOut: '{count} 个要素不采用（现有规划中没有，或读不出编号）',
      separator: '，',
    },
    /** 接在问题说明之后：用什么代替。 */
    instead: {
      kept: '该值没有采用，保留现有规划的 {present}。',
      empty: '该值没有采用，留空。',
      'shape-kept': '该图形没有采用，保留现有规划中的图形。',
      'left-out': '该要素没有采用：现有规划中没有这个编号，没有图形可用。',
      unknown: '该要素没有采用：读不出它的编号。如果它是现有规划中的，替换整个图层时会列为删除，请核对。',
    },
    verdict: '读不出的 {count} 处没有采用（{outcome}）。',
    history: '{source} 略过了读不出的内容：{outcome}',
    historyFields: '（{fields}）',
    expected: {
      ratio: '一个数值，如 2.5',
      metres: '一个数值，单位米，如 24',
      squareMetres: '一个面积，如 12000 或 18亩',
      percent: '一个百分数，如 35 或 35%',
      people: '一个人数',
      companies: '一个企业数',
      floors: '一个层数',
      spaces: '一个车位数',
    },
  },
} as const;
