/** Planners' words for the dictionary's choices. */
const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  buildingStatus: { 现状: 'built', 已建: 'built', 建成: 'built', 规划: 'proposed', 拟建: 'proposed', 在建: 'proposed' },
  roadClass: {
    快速路: 'expressway',
    主干路: 'arterial',
    主干道: 'arterial',
    次干路: 'secondary',
    次干道: 'secondary',
    支路: 'branch',
  },
  stage: { 科创: 'research', 孵化: 'incubator', 加速器: 'accelerator', 加速: 'accelerator', 产业基地: 'industry-base' },
  status: { 示意: 'indicative', 草案: 'draft', 批准: 'approved', 已批: 'approved' },
};

/** The dictionary's word for a planner's; the text itself where there is none. */
export function readWord(field: string, text: string): string {
  const words = field.endsWith('Binding')
    ? { 强制性: 'compulsory', 指导性: 'guiding', 引导性: 'guiding' }
    : WORDS[field];
  const plain = text.trim();
  return words && Object.hasOwn(words, plain) ? ((words as Record<string, string>)[plain] ?? text) : text;
}
