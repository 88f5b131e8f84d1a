import { loadMessages } from '../../src/messages/index.ts';

// Tests read both languages, as a page does once a person has asked for the second.
await loadMessages('en');
