import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSettings, demoSettings } from '../../src/state/defaults.ts';
import { fromFragment, toFragment } from '../../src/state/url.ts';
import { anySettings } from './settings.fixture.ts';

describe('settings in the URL', () => {
  it('the demo view reads as a person would say it', () => {
    expect(toFragment({ source: 'demo', settings: demoSettings })).toBe(
      'data=demo&area=E06000033&from=2019-07-01&to=2020-06-30&offences=ark&weigh=harm&res=10&show=value',
    );
  });

  it('any settings survive the round trip', () => {
    fc.assert(
      fc.property(anySettings, fc.constantFrom('demo' as const, 'files' as const), (settings, source) => {
        expect(fromFragment(`#${toFragment({ source, settings })}`, defaultSettings)).toEqual({ source, settings });
      }),
    );
  });

  it('a fragment of someone else is not ours', () => {
    expect(fromFragment('', defaultSettings)).toBeNull();
    expect(fromFragment('#section-2', defaultSettings)).toBeNull();
  });

  it('what cannot be read is left at its default', () => {
    const broken = '#data=demo&res=99&from=2021-02-30&offences=everything&cell=<b>&classes=5,3&ring=7&seed=-1&weigh=';
    expect(fromFragment(broken, defaultSettings)).toEqual({ source: 'demo', settings: defaultSettings });
  });

  it('arbitrary text never throws and never yields a setting out of range', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const state = fromFragment(`#data=demo&${text}`, defaultSettings);
        expect(state?.settings.resolution).toBeGreaterThanOrEqual(7);
        expect(state?.settings.resolution).toBeLessThanOrEqual(11);
      }),
    );
  });
});
