/** The keys that paste on this machine. */
export function pasteKeys(): string {
  return /mac|iphone|ipad/i.test(navigator.platform) ? '⌘ V' : 'Ctrl + V';
}
