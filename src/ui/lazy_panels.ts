/**
 * Panels that are not on the first screen come when they are first opened: their tags stand empty until then and fill
 * themselves. The first view must not pay for them.
 */
const LOADERS = {
  'park-plot-table': () => import('./dock/park_plot_table.ts'),
  'park-community': () => import('./panels/park_community.ts'),
  'park-findings': () => import('./findings/park_findings.ts'),
  'park-roll-ups': () => import('./panels/park_roll_ups.ts'),
  'park-help': () => import('./park_help.ts'),
  'park-more': () => import('./park_more.ts'),
  'park-compare-map': () => import('./compare/park_compare_map.ts'),
  'park-measure': () => import('./map/park_measure.ts'),
} as const;

/** Loads a panel's element once; a load that failed is tried again the next time. */
export async function loadPanel(tag: keyof typeof LOADERS): Promise<void> {
  if (customElements.get(tag)) return;
  await LOADERS[tag]();
}
