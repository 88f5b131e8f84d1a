/** Colours of everything the plan's own theme does not colour. One set for a light sheet, one for a dark one. */
export interface MapPalette {
  paper: string;
  sky: string;
  water: string;
  waterEdge: string;
  waterText: string;
  hill: string;
  park: string;
  belt: string;
  greenEdge: string;
  greenText: string;
  road: string;
  roadEdge: string;
  arterial: string;
  arterialEdge: string;
  expressway: string;
  expresswayEdge: string;
  roadText: string;
  metro: string;
  metroPaper: string;
  /** Plots that the theme says nothing about. */
  plot: string;
  plotEdge: string;
  plotText: string;
  plannedHatch: string;
  building: string;
  buildingEdge: string;
  proposedEdge: string;
  building3d: string;
  proposed3d: string;
  over: string;
  phaseEdge: string;
  phaseText: string;
  text: string;
  mutedText: string;
  halo: string;
  landmark: string;
  hover: string;
  selectionDark: string;
  selectionLight: string;
  selectionAccent: string;
  measure: string;
  shellEdge: string;
  severity: { error: string; warning: string; info: string };
  /** Opacity of the theme's fill: the paper shines through, which calms the statutory colours. */
  themeFillOpacity: number;
}

const LIGHT: MapPalette = {
  paper: '#f6f3ec',
  sky: '#d9e6ee',
  water: '#c3dbe8',
  waterEdge: '#8fb4c9',
  waterText: '#3f7593',
  hill: '#d5dfc4',
  park: '#dde8cb',
  belt: '#e6edda',
  greenEdge: '#b9caa0',
  greenText: '#5d7a44',
  road: '#ffffff',
  roadEdge: '#d8d1c3',
  arterial: '#fffdf6',
  arterialEdge: '#c3b9a6',
  expressway: '#f8e7bd',
  expresswayEdge: '#cdaa63',
  roadText: '#5f584c',
  metro: '#7b4bb3',
  metroPaper: '#ffffff',
  plot: '#e9e5db',
  plotEdge: '#fbf9f4',
  plotText: '#2c2f33',
  plannedHatch: '#fbf9f4',
  building: '#4a4a4a',
  buildingEdge: '#2e2e2e',
  proposedEdge: '#4a4a4a',
  building3d: '#f2eee6',
  proposed3d: '#dfe4e8',
  over: '#d7191c',
  phaseEdge: '#5a3d7a',
  phaseText: '#4a2f69',
  text: '#24282d',
  mutedText: '#6d675c',
  halo: '#fbf9f4',
  landmark: '#8a4b2a',
  hover: '#101418',
  selectionDark: '#10151c',
  selectionLight: '#ffffff',
  selectionAccent: '#0066ff',
  measure: '#c2185b',
  shellEdge: '#2f3a45',
  severity: { error: '#c62828', warning: '#d97706', info: '#1565c0' },
  themeFillOpacity: 0.82,
};

const DARK: MapPalette = {
  paper: '#161a1f',
  sky: '#0d1117',
  water: '#17354a',
  waterEdge: '#2d5c7a',
  waterText: '#86b9d8',
  hill: '#1e2b21',
  park: '#203025',
  belt: '#1b2820',
  greenEdge: '#34493a',
  greenText: '#8fb38f',
  road: '#2c333c',
  roadEdge: '#0e1114',
  arterial: '#38414c',
  arterialEdge: '#0e1114',
  expressway: '#5a4b2b',
  expresswayEdge: '#8b7137',
  roadText: '#b7bec7',
  metro: '#b58ae6',
  metroPaper: '#161a1f',
  plot: '#262c34',
  plotEdge: '#161a1f',
  plotText: '#f1f3f5',
  plannedHatch: '#161a1f',
  building: '#0b0d10',
  buildingEdge: '#e8e8e8',
  proposedEdge: '#d0d4d8',
  building3d: '#c9ccd1',
  proposed3d: '#8f99a3',
  over: '#ff5252',
  phaseEdge: '#c6a8ee',
  phaseText: '#d9c4f5',
  text: '#eceff2',
  mutedText: '#a3abb4',
  halo: '#12161a',
  landmark: '#e5a27a',
  hover: '#ffffff',
  selectionDark: '#05070a',
  selectionLight: '#ffffff',
  selectionAccent: '#4d9aff',
  measure: '#ff6fa5',
  shellEdge: '#d5dee8',
  severity: { error: '#ff6b6b', warning: '#ffb74d', info: '#64b5f6' },
  themeFillOpacity: 0.8,
};

/** The colours of a light or a dark sheet. */
export function mapPalette(dark: boolean): MapPalette {
  return dark ? DARK : LIGHT;
}

/** Mixes two #rrggbb colours; share 0 gives the first, 1 the second. */
export function mixColours(first: string, second: string, share: number): string {
  const channel = (colour: string, index: number): number =>
    Number.parseInt(colour.slice(1 + index * 2, 3 + index * 2), 16);
  const mixed = [0, 1, 2].map((index) =>
    Math.round(channel(first, index) * (1 - share) + channel(second, index) * share)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${mixed.join('')}`;
}
