import { describe, expect, it } from 'vitest';
import { changeReason, riskReason } from '../../../src/core/patrol/reasons.ts';

describe('reasons of other methods', () => {
  it('count the offences of an area before and after a key date', () => {
    const window = { fromDay: 0, toDay: 27, days: 28 };
    const change = {
      before: Float64Array.of(1, 2, 4),
      after: Float64Array.of(0, 1, 9),
      windows: { before: window, after: { ...window, days: 21 }, months: false },
    };
    const step = { label: 'Step 3: indoor hospitality', fromDay: 18_764 };
    expect(changeReason([0, 2], change, step)).toBe(
      'Step 3 (17 May 2021): 5 offences here in 28 days before, 9 in 21 days from it on.',
    );
    expect(changeReason([0], change, step)).toContain('1 offence here');
  });

  it('name the factors that any of its cells has, the strongest first', () => {
    const about = { candidate: 0, coefficient: 1, lo: 1, hi: 2 };
    const risks = [
      { ...about, factor: 'Bus stops', operationalisation: 'density' as const, extentM: 300, rrv: 1.31 },
      { ...about, factor: 'Pubs', operationalisation: 'proximity' as const, extentM: 200, rrv: 2.4 },
    ];
    const model = { risks, holds: Uint8Array.of(1, 0, 0, 1, 1, 0), rrs: new Float64Array(3) };
    expect(riskReason([0, 1], model)).toBe(
      'Risk terrain: Pubs within 200 m (risk × 2.4), Bus stops dense within 300 m (risk × 1.3).',
    );
    expect(riskReason([2], model)).toBeNull();
  });
});
