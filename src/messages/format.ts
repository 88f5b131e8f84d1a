import type { Language } from './language.ts';

const formats = new Map<string, Intl.NumberFormat>();

/** Rounds and writes, with a true minus sign as `formatSigned` has it. What rounds to zero has no sign. */
function write(
  value: number,
  language: Language,
  minimumFractionDigits: number,
  maximumFractionDigits: number,
): string {
  const key = `${language}|${minimumFractionDigits}|${maximumFractionDigits}`;
  let format = formats.get(key);
  if (!format) {
    // Making one takes longer than hundreds of uses.
    format = new Intl.NumberFormat(language, { maximumFractionDigits, minimumFractionDigits });
    formats.set(key, format);
  }
  const text = format.format(value);
  return text === format.format(-0) ? format.format(0) : text.replace('-', '−');
}

/** Rounding happens here and nowhere else. */
export function formatNumber(value: number, language: Language, maximumFractionDigits = 2): string {
  return write(value, language, 0, maximumFractionDigits);
}

/** With exactly this many decimals, so that columns line up. */
export function formatFixed(value: number, language: Language, fractionDigits: number): string {
  return write(value, language, fractionDigits, fractionDigits);
}

/** To three significant figures, for what may be far smaller than one. */
export function formatSignificant(value: number, language: Language): string {
  if (value === 0 || !Number.isFinite(value)) return formatNumber(value, language);
  return formatNumber(value, language, Math.min(20, Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))))));
}

/** With a plus or a minus before it; what rounds to zero has none. */
export function formatSigned(value: number, language: Language, maximumFractionDigits = 2): string {
  const text = formatNumber(Math.abs(value), language, maximumFractionDigits);
  if (text === formatNumber(0, language)) return text;
  return `${value < 0 ? '−' : '+'}${text}`;
}

/** Square metres as m² below one hectare, ha below one km² and km² above, unit included. */
export function formatArea(squareMetres: number, language: Language): string {
  const magnitude = Math.abs(squareMetres);
  if (magnitude < 10_000) return `${formatNumber(squareMetres, language, magnitude < 100 ? 2 : 0)} m²`;
  if (magnitude < 1_000_000) return `${formatNumber(squareMetres / 10_000, language, 2)} ha`;
  return `${write(squareMetres / 1_000_000, language, 2, 4)} km²`;
}

/** A floor area ratio: always two decimals, as plans state it. */
export function formatFar(far: number, language: Language): string {
  return formatFixed(far, language, 2);
}

/** Floor area: from 0.1 万 m² on that is the unit a Chinese planner reads; m² below, and in other languages. */
export function formatFloorArea(squareMetres: number, language: Language): string {
  return isInTenThousands(squareMetres, language)
    ? `${formatFixed(squareMetres / 10_000, language, 2)} 万 m²`
    : `${formatNumber(Math.round(squareMetres), language, 0)} m²`;
}

/** Whether `formatFloorArea` writes this many square metres as 万 m². */
export function isInTenThousands(squareMetres: number, language: Language): boolean {
  return language === 'zh-CN' && Math.abs(squareMetres) >= 1000;
}

/** Metres below one kilometre, kilometres above. */
export function formatLength(metres: number, language: Language): string {
  return Math.abs(metres) < 1000
    ? `${formatNumber(metres, language, 1)} m`
    : `${formatNumber(metres / 1000, language, 3)} km`;
}

/** YYYY-MM as the language writes it. */
export function formatMonth(month: string, language: Language): string {
  const [year, number] = month.split('-');
  if (!year || !number) return month;
  return language === 'zh-CN' ? `${year}年${Number(number)}月` : `${year}-${number}`;
}
