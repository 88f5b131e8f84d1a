import type { Diagnostic } from '../../core/plan/findings.ts';
import { formatFinding } from '../../messages/format_finding.ts';
import type { Language } from '../../messages/language.ts';

/** Findings as GeoJSON in WGS84 degrees: the very spot of each with what is said of it, to be laid over the plan in any GIS. */
export function writeFindingsGeojson(findings: readonly Diagnostic[], language: Language): string {
  const lines = findings.map((finding) => {
    const { code, severity, layer, feature, related, file, pointer, evidence, accepted, data } = finding;
    const { title, text, mend } = formatFinding(finding, language);
    const properties = {
      code,
      severity,
      layer,
      feature,
      related: related?.join(' '),
      file,
      pointer,
      title,
      text,
      mend,
      accepted: accepted?.reason,
      ...figuresOf(data),
    };
    return JSON.stringify({ type: 'Feature', properties, geometry: evidence ?? null });
  });
  return `{"type":"FeatureCollection","features":[${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n`}]}\n`;
}

/** Figures under their own names, which carry the unit; names that a property has already are left out. */
function figuresOf(data: Diagnostic['data']): Record<string, number> {
  return Object.fromEntries(
    Object.entries(data).flatMap(([name, value]) =>
      typeof value === 'number' && /(?:Metres|Percent)$/.test(name) ? [[name, value]] : [],
    ),
  );
}
