/** Planners' words for the dictionary's choices; the first of a choice's is the one that is written. */
const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  buildingStatus: { 已建: 'built', 现状: 'built', 建成: 'built', 拟建: 'proposed', 规划: 'proposed', 在建: 'proposed' },
  roadClass: {
    快速路: 'expressway',
    主干路: 'arterial',
    主干道: 'arterial',
    次干路: 'secondary',
    次干道: 'secondary',
    支路: 'branch',
  },
  stage: { 科创: 'research', 孵化: 'incubator', 加速器: 'accelerator', 加速: 'accelerator', 产业基地: 'industry-base' },
  openingStatus: {
    已投用: 'open',
    已开放: 'open',
    开放: 'open',
    是: 'open',
    规划: 'planned',
    待建: 'planned',
    未开放: 'planned',
    否: 'planned',
  },
  status: { 示意: 'indicative', 草案: 'draft', 批准: 'approved', 已批: 'approved' },
};

/** Whether a limit is compulsory, also under a heading that asks just that. */
const BINDING_WORDS: Readonly<Record<string, string>> = {
  强制性: 'compulsory',
  强制: 'compulsory',
  是: 'compulsory',
  指导性: 'guiding',
  引导性: 'guiding',
  否: 'guiding',
};

function wordsOf(field: string): Readonly<Record<string, string>> {
  if (field.endsWith('Binding')) return BINDING_WORDS;
  return (Object.hasOwn(WORDS, field) ? WORDS[field] : undefined) ?? {};
}

/** The dictionary's word for a planner's; the text itself where there is none. */
export function readWord(field: string, text: string): string {
  const words = wordsOf(field);
  const plain = text.trim();
  return Object.hasOwn(words, plain) ? (words[plain] ?? text) : text;
}

/** The planner's word for one of the dictionary's, which `readWord` takes back; the dictionary's own where there is none. */
export function wordOf(field: string, value: string): string {
  return Object.entries(wordsOf(field)).find(([, one]) => one === value)?.[0] ?? value;
}
