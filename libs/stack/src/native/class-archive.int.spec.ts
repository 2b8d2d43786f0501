import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryHome } from '../temporary-home.ts';
import { ClassArchive } from './class-archive.ts';

let jars: string;

beforeEach(() => {
  jars = join(temporaryHome(), 'kafka');
  mkdirSync(jars);
});

afterEach(() => rmSync(join(jars, '..'), { recursive: true }));

const archive = (make = true): ClassArchive => new ClassArchive(jars, '1-9092', make);

test('what Java wrote at an orderly end is used from the next start on', () => {
  const first = archive();
  expect(first.flags()[0]).toBe(`-XX:ArchiveClassesAtExit=${join(jars, 'kafka.jsa.1-9092')}`);
  writeFileSync(join(jars, 'kafka.jsa.1-9092'), 'whole');
  first.keep();
  expect(archive().flags()[0]).toBe(`-XX:SharedArchiveFile=${join(jars, 'kafka.jsa')}`);
});

test('a torn archive of a killed run is never used, and cleared', () => {
  writeFileSync(join(jars, 'kafka.jsa.7-9093'), 'torn');
  expect(archive().flags()[0]).toContain('ArchiveClassesAtExit');
  expect(readdirSync(jars)).toEqual([]);
});

test('who may not make one starts without', () => {
  expect(archive(false).flags()).toEqual([]);
});
