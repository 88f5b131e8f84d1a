/** What the map's colours say, and what its filters show. */
export { buildTheme, themeValueOf } from './build_theme.ts';
export { CATEGORY_COLOURS, COMPLIANCE_COLOURS, NO_DATA_COLOUR, type NumericThemeId, rampOf } from './colours.ts';
export { shownPlots } from './filter.ts';
export { farLimits, type Histogram, heightLimitsMetres, histogramOf } from './histogram.ts';
