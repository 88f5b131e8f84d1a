/** So long a page may be held up before a person feels it, in milliseconds. */
const FELT_MILLISECONDS = 40;

/** A pause that lets the page do something else where work has held it up long enough to be felt; called often. */
export function briefPauses(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < FELT_MILLISECONDS) return;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  };
}
