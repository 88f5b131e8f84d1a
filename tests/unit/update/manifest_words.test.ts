import { expect, test } from 'vitest';
import { loadMessages } from '../../../src/messages/index.ts';
import { manifestTitle, manifestValue } from '../../../src/ui/update/manifest_words.ts';

await loadMessages('en');
const ACCEPTED = [
  { key: 'plot-gap|A', reason: '地下通道', who: '王工' },
  { key: 'plot-gap|B', reason: '另案处理' },
];

test.each([
  ['/status', 'draft', '状态', '草案', 'Status', 'Draft'],
  ['/checks/rules/plot-gap', 'off', '地块之间有缝隙', '关闭', 'Gap between plots', 'off'],
  ['/checks/rules/plot-gap', 'warning', '地块之间有缝隙', '警告', 'Gap between plots', 'Warning'],
  ['/checks/rules/toString', 'info', '/checks/rules/toString', '提示', '/checks/rules/toString', 'Note'],
  [
    '/checks/accepted',
    ACCEPTED,
    '已予保留的检查结果',
    '· 地下通道\n· 另案处理',
    'Findings let stand',
    '· 地下通道\n· 另案处理',
  ],
  ['/checks/accepted', undefined, '已予保留的检查结果', '（空）', 'Findings let stand', '(empty)'],
  ['/community/people', 50_000, '/community/people', '50,000', '/community/people', '50,000'],
])(
  'of the plan’s description, %s %j is said in the reader’s language',
  (pointer, value, title, text, titleEn, textEn) => {
    expect([manifestTitle(pointer, 'zh-CN'), manifestValue(pointer, value, 'zh-CN')]).toEqual([title, text]);
    expect([manifestTitle(pointer, 'en'), manifestValue(pointer, value, 'en')]).toEqual([titleEn, textEn]);
  },
);
