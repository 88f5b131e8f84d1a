import type { zhCN } from './zh-CN.ts';

/** Strings are filled by `fill`; a word missing from a language is a compile error. */
export type Widen<T> = T extends string ? string : { readonly [K in keyof T]: Widen<T[K]> };
export type Messages = Widen<typeof zhCN>;
