import {
  measureEllipsoidAreaSquareMetres,
  measurePlaneAreaSquareMetres,
  measureSphereAreaSquareMetres,
} from '../measure/index.ts';
import type { AreaByBasis } from './community_report.ts';
import type { ArealFeature, PlanShapes } from './plan_shapes.ts';

/** A feature's area on the ellipsoid, on the measuring CRS's plane and on turf's sphere. */
export function measureByBasis(feature: ArealFeature, shapes: PlanShapes): AreaByBasis {
  return {
    ellipsoidSquareMetres: measureEllipsoidAreaSquareMetres(feature.geometry),
    planeSquareMetres: measurePlaneAreaSquareMetres(shapes.of(feature)),
    sphereSquareMetres: measureSphereAreaSquareMetres(feature.geometry),
  };
}

/** Areas added up, each basis by itself. */
export function sumByBasis(areas: readonly AreaByBasis[]): AreaByBasis {
  const total: AreaByBasis = { ellipsoidSquareMetres: 0, planeSquareMetres: 0, sphereSquareMetres: 0 };
  for (const area of areas) {
    total.ellipsoidSquareMetres += area.ellipsoidSquareMetres;
    total.planeSquareMetres += area.planeSquareMetres;
    total.sphereSquareMetres += area.sphereSquareMetres;
  }
  return total;
}
