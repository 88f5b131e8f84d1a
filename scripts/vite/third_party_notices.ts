import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Beside the pages; nothing loads it. */
const FILE_NAME = 'third-party-notices.txt';

/** What licences ask to be repeated, for the packages that name theirs without a file of it. */
const TERMS: Readonly<Record<string, string>> = {
  ISC: `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided
that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED
WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR
CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT,
NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`,
  MIT: `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files
(the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify,
merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE
LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN
CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`,
};

/** The folder of the installed package a module comes from; undefined for what is this project's own. */
export function packageFolderOf(moduleId: string): string | undefined {
  return /^\0?(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(moduleId)?.[1];
}

/** A package's name, version, licence and notice. Throws for one that says neither what its licence is nor what it asks for. */
export function noticeOf(folder: string): string {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
    license?: string;
    author?: string | { name: string };
  };
  const file = readdirSync(folder).find((entry) => /^(?:licen[cs]e|copying)(?:\.(?:md|txt))?$/i.test(entry));
  const terms = license === undefined ? undefined : TERMS[license];
  if (file === undefined && terms === undefined) throw new Error(`${name} comes without the text of its licence.`);
  const holder = typeof author === 'object' ? author.name : author;
  const text = file === undefined ? `Copyright (c) ${holder}\n\n${terms}` : readFileSync(join(folder, file), 'utf8');
  return `${name} ${version} (${license})\n\n${text.replaceAll('\r\n', '\n').trim()}\n`;
}

/**
 * Vite plugins, for the pages and for their workers: what others wrote stands in the built files, and their licences ask for their
 * notices beside it.
 */
export function thirdPartyNotices(): { pages: Plugin; workers: () => Plugin } {
  const folders = new Set<string>();
  const collect: Pick<Plugin, 'name' | 'apply'> = { name: 'third-party-notices', apply: 'build' };
  const add = (bundle: Readonly<Record<string, { type: string; moduleIds?: string[] }>>): void => {
    for (const { moduleIds } of Object.values(bundle))
      for (const id of moduleIds ?? []) {
        const folder = packageFolderOf(id);
        if (folder !== undefined) folders.add(folder);
      }
  };
  return {
    pages: {
      ...collect,
      // The workers are built while the pages' modules are read: theirs are known by now.
      generateBundle(_, bundle) {
        add(bundle);
        const notices = [...new Set([...folders].map(noticeOf))].sort();
        this.emitFile({ type: 'asset', fileName: FILE_NAME, source: notices.join(`\n${'-'.repeat(80)}\n\n`) });
      },
    },
    workers: () => ({
      ...collect,
      generateBundle(_, bundle) {
        add(bundle);
      },
    }),
  };
}
