import { svg, type TemplateResult } from 'lit';

/**
 * A colour sample as SVG attributes: the Content-Security-Policy allows no inline style. Zones are hatched as on the map, so
 * that what lies beneath them stays readable.
 */
export function swatch(colour: string, kind: 'solid' | 'hatched' | 'outline' = 'solid', size = 16): TemplateResult {
  const height = Math.round(size * 0.75);
  const inset = svg`<rect x="0.5" y="0.5" width=${size - 1} height=${height - 1} rx="2"
    fill=${kind === 'solid' ? colour : 'none'} stroke="currentColor" stroke-opacity="0.55"></rect>`;
  const hatch = [2, 6, 10, 14, 18].map(
    (x) => svg`<path d="M${x - 6} ${height + 1}L${x + 6} -1" stroke=${colour} stroke-width="1.6"></path>`,
  );
  return svg`<svg class="swatch" width=${size} height=${height} viewBox="0 0 ${size} ${height}" aria-hidden="true">
    ${
      kind === 'hatched'
        ? svg`<rect width=${size} height=${height} rx="2" fill=${colour} fill-opacity="0.18"></rect>${hatch}
          <rect x="0.75" y="0.75" width=${size - 1.5} height=${height - 1.5} rx="2" fill="none" stroke=${colour} stroke-width="1.5"></rect>`
        : inset
    }
  </svg>`;
}
