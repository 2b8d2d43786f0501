import { isInstalled } from './installed.mjs';

const locked = {
  '': { version: '0.1.0' },
  'libs/nps': { version: '0.1.0' },
  'node_modules/a': { version: '1.0.0' },
  'node_modules/@candor/nps': { link: true },
  'node_modules/for-another-platform': { version: '1.0.0', optional: true },
  'node_modules/needed-by-nothing': { version: '1.0.0', extraneous: true },
};

const installed = { 'node_modules/a': { version: '1.0.0' } };

test('what npm has installed as locked is not installed again', () => {
  expect(isInstalled(locked, installed, () => true)).toBe(true);
});

test('a workspace that was added since asks for an install', () => {
  expect(isInstalled(locked, installed, (path) => path !== 'node_modules/@candor/nps')).toBe(false);
});

test('a package in another version, or absent, asks for an install', () => {
  expect(isInstalled(locked, { 'node_modules/a': { version: '1.0.1' } }, () => true)).toBe(false);
  expect(isInstalled(locked, {}, () => true)).toBe(false);
});
