import type { Plugin } from 'vite';

/** What a schema says to people and not to a validator. */
const FOR_PEOPLE = ['title', 'description', '$comment'];

/** A schema without its explanations. A property that is called like one of them is a schema, no text, and stays. */
export function withoutExplanations(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutExplanations);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key, value]) => !(FOR_PEOPLE.includes(key) && typeof value === 'string'))
      .map(([key, value]) => [key, withoutExplanations(value)]),
  );
}

/** Vite plugin: the plan's schema loses what nobody reads in the built page; the file in `data/schema` keeps it. */
export function trimSchema(): Plugin {
  return {
    name: 'trim-schema',
    enforce: 'pre',
    transform: {
      filter: { id: /\/data\/schema\/[\w.]+\.json$/ },
      handler: (json) => JSON.stringify(withoutExplanations(JSON.parse(json))),
    },
  };
}
