import type { Diagnostic } from '../plan/findings.ts';
import type { Manifest } from '../plan/types.ts';
import { MANIFEST_NAME } from './read_manifest.ts';

/** A finding about the plan with the file of the plan's folder it stands in: its layer's, or the manifest. */
export function withPlanFile(finding: Diagnostic, { layers }: Pick<Manifest, 'layers'>): Diagnostic {
  const file = finding.file ?? (finding.layer === undefined ? MANIFEST_NAME : layers[finding.layer]);
  return file === undefined ? finding : { ...finding, file };
}
