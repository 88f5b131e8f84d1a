import { expect, test } from 'vitest';
import { writeCsv, writeTsv } from '../../../src/sheet/plot_csv.ts';

test('begins with a byte order mark and ends its lines with CRLF, so that Excel reads the Chinese', () => {
  expect(
    writeCsv([
      ['地块编号', '面积'],
      ['甲-1', 12.5],
    ]),
  ).toBe('\ufeff地块编号,面积\r\n甲-1,12.5\r\n');
});

test('quotes commas, quotes and line ends', () => {
  expect(writeCsv([['a,b', 'say "yes"', 'two\nlines', 'plain']])).toBe(
    '\ufeff"a,b","say ""yes""","two\nlines",plain\r\n',
  );
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=cmd', '＝1+1', '＠SUM(A1)'])(
  'keeps %j from being run as a formula',
  (text) => {
    const csv = writeCsv([[text]]).slice(1);
    expect(csv.replace(/^"/, '').startsWith("'")).toBe(true);
    expect(writeTsv([[text]]).startsWith("'")).toBe(true);
  },
);

test('writes numbers with the decimals that are read, and negative ones as numbers', () => {
  expect(writeCsv([[-3.25, 1 / 3, Number.NaN, undefined]])).toBe('\ufeff-3.25,0.3333,,\r\n');
  expect(writeTsv([[17_234.567_891, 1.928_666, -0.000_001, 100_000_000]])).toBe('17234.57\t1.9287\t0\t100000000');
});

test('keeps the leading zero of a code in a spreadsheet, in a file and in pasted cells', () => {
  expect(writeCsv([['0902', '1201', '00']])).toBe('\ufeff"=""0902""",1201,"=""00"""\r\n');
  expect(writeTsv([['0902', 'ZA2-01']])).toBe('="0902"\tZA2-01');
});

test('makes a formula of nothing but digits', () => {
  expect(writeTsv([['0"&A1&"', '0902 ', '０９']])).toBe('0"&A1&"\t0902 \t０９');
});

test('keeps a tab or a line end inside a cell from breaking the columns of pasted text', () => {
  expect(
    writeTsv([
      ['a\tb', 'c\r\nd'],
      ['e', 1],
    ]),
  ).toBe('a b\tc d\r\ne\t1');
});

test('quotes pasted text that begins with a quote, so that a spreadsheet does not swallow the cells after it', () => {
  expect(writeTsv([['"创新园', '乙"号"', 1]])).toBe('"""创新园"\t乙"号"\t1');
});
