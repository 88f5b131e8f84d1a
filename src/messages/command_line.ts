import { commandLine as en } from './en/command_line.ts';
import type { Language } from './language.ts';
import type { Widen } from './messages.ts';
import { commandLine as zhCN } from './zh-CN/command_line.ts';

export type CommandLineMessages = Widen<typeof zhCN>;

/** The words of the command line. A page never loads them. */
export function commandLineMessagesOf(language: Language): CommandLineMessages {
  return language === 'en' ? en : zhCN;
}
