const SIGNS: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

/** Text as it may stand in HTML, between tags and in quoted attributes. Control characters and non-characters that HTML and XML forbid are left out. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => SIGNS.get(sign) ?? sign).replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '');
}

/** Options of the command line stay in one piece where lines break: for text that is escaped. */
export function withUnbrokenOptions(escaped: string): string {
  return escaped.replace(/--[a-z]+(?:-[a-z]+)*/g, '<code>$&</code>');
}

/** A whole page of its own, with nothing it needs from elsewhere. `body` is HTML, `title` is text. */
export function htmlPage({ title, body, css }: HtmlParts, language: string): string {
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<style>${css}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

/** At the foot of every sheet that is printed: of which plan it tells and how far that binds. Sheets of a report are passed on one by one. */
export function footCss(text: string): string {
  // Every sign that could end the text or the element it stands in is written as its number.
  const quoted = text.replace(/[^\p{L}\p{N}]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `);
  return `@page{@bottom-left{content:"${quoted}";font-size:10px;color:#8a5300;white-space:nowrap}}`;
}

export interface HtmlParts {
  title: string;
  /** HTML: everything a file holds is escaped in it. */
  body: string;
  css: string;
}

/** How the tables that are saved or printed look. */
export const TABLE_CSS = `
body{font:14px/1.5 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#1b1f26;margin:24px}
h1{font-size:20px;margin:0 0 4px}h2{font-size:16px;margin:20px 0 6px}p{margin:0 0 8px;color:#59616e}
table{border-collapse:collapse;width:calc(100% - 1px);font-size:12px}
th,td{border:1px solid #b9bfc9;padding:3px 6px;text-align:start;vertical-align:top;overflow-wrap:anywhere}
code{font:inherit;white-space:nowrap}
th{background:#f3f4f6;overflow-wrap:normal;word-break:keep-all}.short{overflow-wrap:break-word;word-break:keep-all}.whole{white-space:nowrap}td.n{text-align:end;white-space:nowrap;font-variant-numeric:tabular-nums}
@media screen and (max-width:800px){main{overflow-x:auto}table:not(.plan,.sign){min-width:720px}}
tr.error td:first-of-type{border-inline-start:4px solid #b3261e}tr.warning td:first-of-type{border-inline-start:4px solid #8a5300}
thead{display:table-header-group}tr{break-inside:avoid}
@page{size:A4 landscape;margin:12mm;@bottom-right{content:counter(page) " / " counter(pages);font-size:10px;color:#59616e}}@media print{body{margin:0}}`;
