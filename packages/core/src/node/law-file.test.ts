import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LAW_VARIABLE, LawFileError, loadLaw } from './law-file.ts';

const LAW = JSON.stringify({ format: 1, digest: `sha256:${'a'.repeat(64)}`, substances: [] });
const NAME = `law-${'a'.repeat(16)}.json`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'custody-law-file-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

function put(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function refusal(path?: string): LawFileError {
  try {
    loadLaw(path);
  } catch (error) {
    if (error instanceof LawFileError) return error;
    throw error;
  }
  throw new Error('was not refused');
}

describe('the law file', () => {
  it('is found by its path, by its folder, and by CUSTODY_LAW', () => {
    const path = put(NAME, LAW);
    put('compiled-from.json', '{}');
    expect(loadLaw(path).format).toBe(1);
    expect(loadLaw(folder).digest).toBe(`sha256:${'a'.repeat(64)}`);
    vi.stubEnv(LAW_VARIABLE, folder);
    expect(loadLaw().digest).toBe(`sha256:${'a'.repeat(64)}`);
  });

  it('a path given goes before CUSTODY_LAW', () => {
    const path = put(NAME, LAW);
    vi.stubEnv(LAW_VARIABLE, join(folder, 'nowhere'));
    expect(loadLaw(path).format).toBe(1);
    expect(refusal().code).toBe('law-missing');
  });

  it('is refused with what, where and what to do', () => {
    expect(refusal(join(folder, 'nowhere')).code).toBe('law-missing');
    expect(refusal(folder)).toMatchObject({ code: 'law-missing', path: folder });
    const damaged = put(NAME, LAW.slice(0, 30));
    expect(refusal(damaged)).toMatchObject({ code: 'law-unreadable', path: damaged });
    put(NAME, LAW.replace('"format":1', '"format":2'));
    expect(refusal(folder).message).toContain('format 2');
    put(NAME, 'null');
    expect(refusal(folder).code).toBe('law-format');
    put(`law-${'b'.repeat(16)}.json`, LAW);
    expect(refusal(folder).code).toBe('law-several');
    expect(refusal(folder).todo).toContain(LAW_VARIABLE);
  });
});
