/** Lays an element over the whole of its positioned parent; pointers reach what lies below. The Content-Security-Policy allows no style attribute. */
export function fillParent(element: HTMLElement): void {
  for (const [property, value] of [
    ['position', 'absolute'],
    ['inset', '0'],
    ['width', '100%'],
    ['height', '100%'],
    ['pointer-events', 'none'],
  ] as const)
    element.style.setProperty(property, value);
}
