import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cli, folderOf } from './run-cli.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const at = folderOf('trial');

describe('wdd', () => {
  it('writes the difference with its interval as JSON', () => {
    const found = cli(
      'wdd',
      '--control',
      '308,318',
      '--treatment',
      '207,110',
      '--control-displacement',
      '150,140',
      '--treatment-displacement',
      '178,157',
    );
    expect(found.status).toBe(0);
    const out = JSON.parse(found.stdout);
    expect(Object.keys(out)).toEqual(['wdd', 'se', 'z', 'p', 'lo', 'hi', 'level']);
    expect(out).toMatchObject({
      wdd: -118,
      level: 0.95,
      lo: expect.closeTo(-195.61, 2),
      hi: expect.closeTo(-40.39, 2),
    });
    expect(found.stderr).toContain('not drawn by lot');
  });

  it('does without displacement areas, and wants two numbers each', () => {
    expect(JSON.parse(cli('wdd', '--control', '100,90', '--treatment', '100,80').stdout).wdd).toBe(-10);
    expect(cli('wdd', '--control', '100', '--treatment', '100,80').status).toBe(2);
    expect(cli('wdd', '--control', '100,90').status).toBe(2);
  });
});

describe('crossover', () => {
  const demo = join(ROOT, 'public/demo/place-days.csv');

  it('writes the result of the trial as JSON, the same with the same seed', () => {
    const out = at('trial.json');
    const found = cli('crossover', demo, '--resamples', '499', '--out', out);
    expect(found.status).toBe(0);
    expect(found.stdout).toBe('');
    expect(found.stderr).toContain('74.7 % fewer');
    const text = readFileSync(out, 'utf8');
    const result = JSON.parse(text);
    expect(result).toMatchObject({
      places: 20,
      days: 90,
      place_days: { treated: 720, control: 1080 },
      treated_per_day: 8,
      resamples: 499,
      count: { treated: 13, control: 77, rate_ratio: expect.closeTo(0.25325, 5), lo: expect.closeTo(0.129, 3) },
      harm: { treated: 1022.5, control: 11_367.5, ratio: expect.closeTo(0.13492, 5) },
    });
    expect(cli('crossover', demo, '--resamples', '499').stdout).toBe(text);
  });

  it('one sentence for what it cannot read', () => {
    expect(cli('crossover', at('none.csv'))).toMatchObject({ status: 1, stdout: '' });
    const wrong = cli('crossover', join(ROOT, 'public/demo/populations.csv'));
    expect(wrong.status).toBe(1);
    expect(wrong.stderr.trim().split('\n')).toHaveLength(1);
    expect(cli('crossover').status).toBe(2);
    expect(cli('crossover', demo, '--resamples', '0').status).toBe(2);
  });
});
