import { describe, expect, test } from 'vitest';
import { isSupportedNode } from '../../../scripts/setup/node_version.mjs';
import { isInstalled } from '../../../scripts/setup/packages.mjs';

describe('the version of Node', () => {
  test.each(['20.19.0', '20.20.2', '22.12.0', '24.0.0'])('%s is new enough', (version) => {
    expect(isSupportedNode(version)).toBe(true);
  });
  test.each(['18.20.0', '20.18.3', '21.7.0', '22.11.0'])('%s is not', (version) => {
    expect(isSupportedNode(version)).toBe(false);
  });
});

describe('the installed packages', () => {
  const wanted = {
    packages: {
      '': { version: '0.1.0' },
      'node_modules/lit': { version: '3.3.3', integrity: 'sha512-a' },
      'node_modules/other-system': { version: '1.0.0', optional: true },
    },
  };

  test('are enough when all but other systems’ packages are there', () => {
    expect(isInstalled(wanted, { packages: { 'node_modules/lit': { version: '3.3.3', integrity: 'sha512-a' } } })).toBe(
      true,
    );
  });
  test('are outdated when a version differs', () => {
    expect(isInstalled(wanted, { packages: { 'node_modules/lit': { version: '3.3.2', integrity: 'sha512-a' } } })).toBe(
      false,
    );
  });
  test('are outdated when the content differs', () => {
    expect(isInstalled(wanted, { packages: { 'node_modules/lit': { version: '3.3.3', integrity: 'sha512-b' } } })).toBe(
      false,
    );
  });
  test('are missing when one is not there, or nothing was installed', () => {
    expect(isInstalled(wanted, { packages: {} })).toBe(false);
    expect(isInstalled(wanted, undefined)).toBe(false);
  });
});
