import type { LayerId, Manifest, PlanFeature, PlanLayers } from '../../src/core/plan/types.ts';
import { cutIntoBlocks, FRONT_GREEN_METRES, layOutAreas, layOutKeyAreas, layOutSites } from './areas.ts';
import { makeBuildings } from './buildings.ts';
import { layOutCommunity, layOutRoadsForCommunity } from './community.ts';
import { makeGreen, makeLandmarks, makeMetro, makeRoads, makeWater } from './context.ts';
import { MEASURING_CRS, PHASE_2, placeNamed } from './facts/constants.ts';
import { createFrame, solve } from './geometry/frame.ts';
import { matchVertices } from './geometry/match_vertices.ts';
import { MANIFEST } from './manifest.ts';
import { makePhases } from './phases.ts';
import { makePlots } from './plots.ts';
import { layOutWaters } from './waters.ts';
import { makeZones } from './zones.ts';

/** The whole plan that ships, from the facts; the same on every run. */
export function generatePlan(): { manifest: Manifest; layers: PlanLayers } {
  const frame = createFrame(MEASURING_CRS, placeNamed('望江西路 × 方兴大道'));
  const waters = layOutWaters(frame);
  const roads = layOutRoadsForCommunity(frame, waters);
  const community = layOutCommunity(roads);
  const keyAreas = layOutKeyAreas(roads, community, waters);
  const areas = layOutAreas(keyAreas, community, waters, roads);
  const phaseTwo = areas.find((area) => area.id === 'phase-2');
  if (!phaseTwo) throw new RangeError('No phase 2');
  const netArea = (frontMetres: number): number =>
    cutIntoBlocks(phaseTwo, roads, waters, frontMetres).blocks.reduce(
      (sum, ring) => sum + frame.areaSquareMetres([ring]),
      0,
    );
  const front = solve(netArea, PHASE_2.netSiteAreaSquareMetres.value, FRONT_GREEN_METRES - 15, FRONT_GREEN_METRES + 25);
  const sites = layOutSites(areas, roads, waters, front);
  const { plots, parks } = makePlots(frame, sites, roads, waters);
  matchVertices(
    plots.map(({ feature }) => feature),
    frame.projection,
  );
  const layers = {
    zones: makeZones(frame, keyAreas),
    phases: makePhases(frame, community),
    water: makeWater(frame, waters),
    green: makeGreen(frame, waters, roads, sites, parks),
    roads: makeRoads(frame, roads),
    metro: makeMetro(frame, roads),
    plots: plots.map(({ feature }) => feature),
    landmarks: makeLandmarks(frame, waters),
  };
  return { manifest: MANIFEST, layers: { ...layers, buildings: makeBuildings(frame, plots, roads, MANIFEST, layers) } };
}

/** The plan's files as they are written: the manifest indented, each layer with one feature a line. */
export function planFiles(plan: { manifest: Manifest; layers: PlanLayers }): Map<string, string> {
  const files = new Map([['plan.json', `${JSON.stringify(plan.manifest, undefined, 2)}\n`]]);
  for (const [layer, file] of Object.entries(plan.manifest.layers))
    files.set(file, layerText(layer, plan.layers[layer as LayerId] as PlanFeature[]));
  return files;
}

function layerText(name: string, features: readonly PlanFeature[]): string {
  const lines = features.map((feature) => JSON.stringify(feature)).join(',\n');
  return `{"type":"FeatureCollection","name":${JSON.stringify(name)},"features":[\n${lines}\n]}\n`;
}
