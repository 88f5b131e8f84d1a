/** Puts values into the `{name}` places of a message. A place without a value is left as it is, so that a test can see it. */
export function fill(message: string, data: Record<string, string | number>): string {
  return message.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = Object.hasOwn(data, name) ? data[name] : undefined;
    return value === undefined ? place : String(value);
  });
}
