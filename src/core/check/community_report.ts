/** The figures of the 5 km² check, beside its findings: what was measured against which target. Areas are gross. */
export interface CommunityReport {
  targetSquareMetres: number;
  tolerancePercent: number;
  /** Ellipsoid area of all phases together decides. */
  total: AreaByBasis;
  boundary: AreaByBasis;
  phases: PhaseReport[];
  people: ProgrammeSum;
  companies: ProgrammeSum;
}
export interface AreaByBasis {
  ellipsoidSquareMetres: number;
  planeSquareMetres: number;
  sphereSquareMetres: number;
}
export interface PhaseReport {
  phase: string;
  sequence: number;
  opens?: string;
  openingStatus?: 'open' | 'planned';
  area: AreaByBasis;
  targetGrossAreaSquareMetres?: number;
  people?: number;
  companies?: number;
  peoplePerHectare?: number;
  companiesPerHectare?: number;
}
export interface ProgrammeSum {
  sum: number;
  target?: number;
  /** Per hectare of the phases that state a figure. */
  perHectare?: number;
}
