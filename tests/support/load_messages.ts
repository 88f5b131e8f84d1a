import { loadMessages } from '../../src/messages/index.ts';
import { loadReadingMessages } from '../../src/messages/reading.ts';

// Tests read both languages, as a page does once a person has asked for the second.
await loadMessages('en');
await loadReadingMessages('zh-CN');
await loadReadingMessages('en');
