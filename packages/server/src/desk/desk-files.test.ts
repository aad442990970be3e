import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deskFiles } from './desk-files.ts';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'custody-desk-'));
  mkdirSync(join(folder, 'built/assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'not of the desk');
  writeFileSync(join(folder, 'built/index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'built/assets/RDKit_minimal-1a2b.wasm'), '\0asm');
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('deskFiles', () => {
  test('gives files their types; what carries a digest in its name may be kept for good', () => {
    const desk = deskFiles(join(folder, 'built'));
    expect(desk.page).toMatchObject({ type: 'text/html; charset=utf-8', cacheControl: 'no-cache' });
    expect(desk.file('/assets/RDKit_minimal-1a2b.wasm')).toMatchObject({
      type: 'application/wasm',
      cacheControl: 'public, max-age=31536000, immutable',
    });
  });

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/../../secret.txt',
    '//secret.txt',
    '/assets',
    '',
  ])('reaches nothing that was not built: %s', (path) => {
    expect(deskFiles(join(folder, 'built')).file(path)).toBeNull();
  });

  test('a folder that is not there is a node without a desk', () => {
    expect(deskFiles(join(folder, 'nowhere')).page).toBeNull();
    expect(deskFiles(null).page).toBeNull();
  });
});
