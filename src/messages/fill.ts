/**
 * Puts values into the `{name}` places of a message. What is said of one and of several stands as `{name?row is|rows are}`, by the
 * value of the same name. A place without a value is left as it is, so that a test can see it.
 */
export function fill(message: string, data: Record<string, string | number>): string {
  return message.replace(
    /\{(\w+)(?:\?([^{}|]*)\|([^{}|]*))?\}/g,
    (place, name: string, one?: string, several?: string) => {
      const value = Object.hasOwn(data, name) ? data[name] : undefined;
      if (value === undefined) return place;
      if (one === undefined || several === undefined) return String(value);
      return String(value) === '1' ? one : several;
    },
  );
}
