export const fields = {
  codes: {
    'field-twice': {
      title: '两个字段含义相同',
      text: '文件 {file} 的“{found}”与“{other}”都对应{field}；采用前者，后者原样保留。',
      mend: '如应采用后者，请在“来源”中修改字段对应。',
    },
    'percent-as-share': {
      title: '百分比以小数写成',
      text: '文件 {file} 中{field}各值都不大于 1，已按比例读作百分数（0.35 即 35%）。',
      mend: '如确为百分数，请在原文件中写上 %。',
    },
    'unit-converted': {
      title: '单位已换算',
      text: '文件 {file} 的{field}以其他单位写成（如 {found}），已换算为字典所用的单位（面积为平方米，长度为米）。',
      mend: '',
    },
    'fields-not-in-file': {
      title: '现有字段不在文件中',
      text: '文件 {file} 没有现有“{layer}”图层在用的字段：{fields}；接受后，{count} 个要素的这些内容将不复存在。',
      mend: '如不是有意删去，请在“文件里没有的字段”中选“保留现值”（命令行用 --keep-fields），或把它们补进文件。',
    },
    'fields-kept': {
      title: '文件里没有的字段保留现值',
      text: '文件 {file} 没有现有“{layer}”图层在用的字段：{fields}；{count} 个编号相同的要素保留这些字段的现值。',
      mend: '如应一并删去，请在“文件里没有的字段”中选“以文件为准”（命令行用 --drop-fields）。',
    },
    'values-cleared': {
      title: '空单元格清除了现值',
      text: '文件 {file} 有{field}一列，但 {count} 个现在有值的要素（如 {example}）在文件中为空；接受后，这些值将不复存在。',
      mend: '如不是有意清除，请在原文件中填上，或删去整列再选“保留现值”。',
    },
    'number-alike': {
      title: '编号写法不同，已对应',
      text: '文件 {file} 的地块编号写作“{found}”，与现有规划的“{feature}”只差全角、大小写、空格或连字符：已当作同一地块，编号沿用现有写法。',
      mend: '请核对；如不是同一地块，请改用差别明显的编号。',
    },
    'limits-zero': {
      title: '指标写作 0',
      text: '文件 {file} 中 {count} 个要素（如 {example}）的{field}写作 0，而现有规划有值。0 会照字面管控：上限为 0 即不许建设，下限为 0 即没有要求；但不少软件用 0 表示没有填写。',
      mend: '如是没有填写，请在原文件中清空这些单元格（或删去整列、保留现值），不要写 0。',
    },
    'limit-zero': {
      title: '指标写作 0',
      text: '要素 {feature} 的{field}写作 0，现有规划为 {present}。0 会照字面管控：上限为 0 即不许建设，下限为 0 即没有要求。',
      mend: '如是没有填写，请清空该单元格，不要写 0。',
    },
    'value-cleared': {
      title: '空单元格清除了现值',
      text: '要素 {feature} 的{field}现为 {found}，文件 {file} 中为空；接受后，这个值将不复存在。',
      mend: '如不是有意清除，请在原文件中填上。',
    },
    'value-outdated-here': {
      title: '旧的译名或分类不再保留',
      text: '要素 {feature} 的{field}现为 {found}，说的是已被文件改掉的内容，文件里又没有新的，因此不再保留。',
      mend: '需要的话，请在文件中加上该字段。',
    },
    'percent-doubtful': {
      title: '百分比写法不一',
      text: '要素 {feature} 的“{field}”写作 {found}，同一列其余多为百分数：可能是小数（0.35 即 35%），未换算。',
      mend: '请改为与同列一致的写法。',
    },
    'value-outdated': {
      title: '旧的译名或分类不再保留',
      text: '{count} 个要素（如 {example}）的{field}说的是已被文件改掉的内容，文件里又没有新的，因此不再保留。',
      mend: '需要的话，请在文件中加上该字段。',
    },
    'number-as-text': {
      title: '数值以文字写成',
      text: '文件 {file} 的“{source}”有 {count} 个值以文字写成（如 {found}），已按{field}读为数值。',
      mend: '',
    },
    'number-unreadable': {
      title: '数值无法读出',
      text: '要素 {feature} 的{field}（原字段“{source}”）写作 {found}，读不出数值；应为{expected}，否则不能据此管控。',
      mend: '请改为一个数值（可带单位），或在“来源”中取消该字段的对应。',
    },
    'value-cut-kept': {
      title: '被截断的内容保留现值',
      text: '文件 {file} 的字段“{source}”有 {count} 个要素（如 {feature}）的{field}在第 {mostBytes} 处被截断（Shapefile 的文字只容得下这么多），而截断前的部分与现有规划一致；已保留现值。',
      mend: '如应修改这些内容，请改用 GeoPackage、GeoJSON 或表格。',
    },
    'list-unreadable': {
      title: '列表无法读出',
      text: '要素 {feature} 的{field}（原字段“{source}”）写作 {found}，不是完整的列表；Shapefile 的文字最长 254 字节，过长的会被截断。',
      mend: '请改存为 GeoPackage 或 GeoJSON（简短的列表可用逗号分隔）；也可在“来源”中取消该字段的对应。',
    },
    'ids-from-rows': {
      title: '要素没有编号',
      text: '文件 {file} 有 {count} 个要素没有编号，暂以“文件名-行号”代替；行的次序一变，就认不出是同一个要素。',
      mend: '请在原文件中加一列编号（地块用“地块编号”）；已有编号列的，请在“来源”中把它对应为编号。',
    },
    'field-name-cut': {
      title: '字段名被截短，含义不定',
      text: '文件 {file} 的字段“{found}”被截成十个字符，可能是{fields}；未擅自认定，原样保留，其值不参与管控。',
      mend: '请在“来源”中指定该字段的对应（命令行用 --map），或改存为 GeoPackage、GeoJSON 以保留完整字段名。',
    },
    'number-in-feet': {
      title: '单位是英尺',
      text: '要素 {feature} 的{field}写作 {found}，是英尺；不能当作米。',
      mend: '请换算为米后再导出（1 英尺 = 0.3048 米）。',
    },
    'code-lost-zero': {
      title: '代码丢了前导零',
      text: '要素 {feature} 的用地代码是数值 {found}，已补上前导零。',
      mend: '请在表格中把该列设为文本。',
    },
    'percent-open': {
      title: '是 1% 还是 100%',
      text: '文件 {file} 的“{source}”有值的 {count} 处都是 1：可能是 1%，也可能是整体（100%）；按 1% 读入{field}。',
      mend: '请在原文件中写上 %。',
    },
    'number-in-words': {
      title: '写的是文字，没有数值',
      text: '要素 {feature} 的{field}（原字段“{source}”）写的是 {found}，没有数值；按空值读入，不据此管控。',
      mend: '请把确定的数值填入该列；说明可写入备注。',
    },
    'number-qualified': {
      title: '数值带有说明',
      text: '要素 {feature} 的{field}（原字段“{source}”）写作 {found}：只读入数值，旁边的说明或注号没有读入。',
      mend: '请核对；有条件的指标请把条件写入备注。',
    },
    'percent-mixed': {
      title: '百分比写法不一',
      text: '文件 {file} 的字段“{field}”有的写作百分数，有的（{count} 个）小于 1，像是小数（0.35 即 35%）；各值均未换算。',
      mend: '请在原文件中统一写法。',
    },
    'code-case': {
      title: '代码大小写',
      text: '要素 {feature} 的用地代码写作 {found}，已改为大写。',
      mend: '',
    },
    'land-use-code-in-name': {
      title: '名称列里写的是代码',
      text: '地块 {feature} 的“{source}”写着用地代码 {found}，已读作用地代码。',
      mend: '请核对；如不应采用，请在“来源”中取消该字段的对应。',
    },
    'land-use-name-in-code': {
      title: '代码列里写的是名称',
      text: '地块 {feature} 的“{source}”写着用地名称 {found}，已读作用地名称。',
      mend: '请核对；最好在原文件中补上代码。',
    },
    'land-use-code-of-name': {
      title: '用地代码由名称得出',
      text: '地块 {feature} 没有用地代码；按“{source}”的名称 {found} 得出 {other}，分类标准依文件其余各行，或依现有规划。',
      mend: '请核对；最好在原文件中写明代码。',
    },
    'land-use-scheme-open': {
      title: '用地名称属于哪种分类不明',
      text: '地块 {feature} 的“{source}”只写名称 {found}，两种分类中都有（{other}）；代码留空，未擅自认定。',
      mend: '请在原文件中写上用地代码，或加一列“用地分类标准”。',
    },
    'land-use-name-unknown': {
      title: '用地名称不在分类中',
      text: '地块 {feature} 的名称 {found}（“{source}”）不是两种分类中的类名，也没有代码；用途、配色与统计都缺这个地块。',
      mend: '请在原文件中写上用地代码，或改用分类中的名称。',
    },
    'land-use-contradicts': {
      title: '用地代码与名称矛盾',
      text: '地块 {feature} 的用地写法互相矛盾：{found} 与 {other}；以代码列为准。',
      mend: '请核对后改正其中之一。',
    },
    'land-use-several': {
      title: '一个地块几种用地',
      text: '地块 {feature} 的“{source}”写着几种用地（{found}）；原文保留，配色与统计按第一种。',
      mend: '请核对主导用途；兼容用途可写入备注。',
    },
    'land-use-mixed': {
      title: '用地分类不一',
      text: '文件 {file} 的用地代码分属两种分类（如 {found} 与 {other}），未能确定用地分类标准。',
      mend: '请在原文件中写明每个地块的用地分类标准。',
    },
    'area-unit-recognised': {
      title: '面积单位由图形判明',
      text: '文件 {file} 的“{source}”没有写单位；{count} 个地块的数值与图形面积之比一致（约 {ratio}），已按{areaUnit}换算为平方米。',
      mend: '请核对；在原表的列名中写上单位，如“用地面积（亩）”。',
    },
    'area-unit-doubtful': {
      title: '面积单位不明',
      text: '文件 {file} 的“{source}”与图形面积相差悬殊（{count} 个地块之比中位数约 {ratio}），不能判明单位（没有一致的倍数，或与列名所写单位不符）；数值未按图形改动。',
      mend: '请在列名中写明单位，并核对各行。',
    },
    'month-from-serial': {
      title: '年月由日期序号读出',
      text: '要素 {feature} 的{field}是表格软件的日期序号 {found}，已读为年月。',
      mend: '请在原表中把该列设为日期或文本。',
    },
    'number-scientific': {
      title: '编号成了科学计数',
      text: '{pointer} 的编号写作 {found}：表格软件把它当成了数值，可能已丢失数位。',
      mend: '请把该列设为文本后重新填写编号。',
    },
    'code-scientific': {
      title: '代码成了科学计数',
      text: '要素 {feature} 的用地代码写作 {found}，已还原为代码。',
      mend: '请在表格中把该列设为文本。',
    },
    'reference-matched': {
      title: '已对应到规划中的编号',
      text: '{field}写作“{found}”的 {count} 个要素（如 {feature}）已对应到 {id}。',
      mend: '请核对；如不是，请在原文件中写编号。',
    },
    'reference-ambiguous': {
      title: '所指不唯一',
      text: '{field}写作“{found}”的 {count} 个要素（如 {feature}）可能指 {ids}，不能判明，保留原文。',
      mend: '请在原文件中写编号。',
    },
    'phase-unknown': {
      title: '没有这一期',
      text: '{field}写作“{found}”的 {count} 个要素（如 {feature}）在规划中没有对应的分期；现有：{ids}。',
      mend: '请改为其中之一，或同时放入分期图层。',
    },
  },
  words: {},
} as const;
