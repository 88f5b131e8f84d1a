/** 乱码。 */
export const text = {
  codes: {
    'text-misread': {
      title: '文字是乱码（读错了编码）',
      text: '文件 {file} 的字段“{field}”有 {count} 处乱码，如 {found}；按编码推断，原文应是 {meant}。乱码不会画在图上，也不会覆盖已有的文字。',
      mend: '请在“来源”中改选文字编码；如文件里就是乱码，可在“来源”中选“按推断还原”，或请制作者以 UTF-8 重新导出。',
    },
    'text-lost': {
      title: '文字已丢失',
      text: '文件 {file} 的字段“{field}”有 {count} 处文字已变成替代符号，如 {found}；原文在早先转换编码时已经丢失，无法还原。这些文字不会画在图上。',
      mend: '请向制作者要原始数据，并以 UTF-8（或 GB18030）重新导出。',
    },
    'text-private': {
      title: '造字或私用字符',
      text: '文件 {file} 的字段“{field}”有 {count} 处含私用区字符，如 {found}，只有在装了相应字库的电脑上才能显示。这些文字不会画在图上。',
      mend: '请改用标准汉字（多数生僻字已收入 Unicode）后重新导出。',
    },
    'text-mended': {
      title: '乱码已还原',
      text: '按您的选择，文件 {file} 中 {count} 处乱码已还原，如 {found} → {meant}。',
      mend: '请核对还原后的文字。',
    },
    'field-name-garbled': {
      title: '字段名是乱码',
      text: '文件 {file} 的字段名 {found} 是乱码，按编码推断应是“{meant}”；因此没有与字典对应。',
      mend: '请在“来源”中改选文字编码，或选“按推断还原”，或手工指定字段对应。',
    },
    'field-name-lost': {
      title: '字段名已丢失',
      text: '文件 {file} 的字段名 {found} 已变成替代符号，看不出是什么字段。',
      mend: '请在“来源”中手工指定字段对应，或请制作者重新导出。',
    },
    'name-garbled': {
      title: '文件名或图层名是乱码',
      text: '来源“{found}”的名字是乱码，不影响读取。',
      mend: '如需辨认，请改名后重新放入。',
    },
    'id-garbled': {
      title: '编号是乱码',
      text: '编号“{feature}”是乱码，无法与规划中的地块对应，也不能作为编号使用。',
      mend: '请在“来源”中改选文字编码或选“按推断还原”；无法还原的，请向制作者要原始数据。',
    },
  },
  words: {
    title: '乱码',
    found: '{count} 处文字是乱码，其中 {mendable} 处可以还原',
    sample: '{found} → {meant}',
    choose: '“{name}”的乱码怎样处理',
    omit: '不采用乱码',
    mend: '按推断还原',
    keep: '原样保留',
  },
} as const;
