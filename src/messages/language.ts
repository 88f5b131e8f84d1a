/** The languages the message tables exist in. */
export type Language = 'zh-CN' | 'en';
