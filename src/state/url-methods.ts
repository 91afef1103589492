/** The settings of the methods on the map ⇄ parameters of the address: those that differ from where they start. */
import { defaultMethodSettings, type MethodSettings } from '../core/settings.ts';

export function methodParams(methods: MethodSettings): readonly (readonly [name: string, value: string])[] {
  const { bandwidthM, kernel, stepDays, asOfDay, bandM, bandDays } = methods;
  const start = defaultMethodSettings;
  return [
    ...(bandwidthM === start.bandwidthM ? [] : ([['bandwidth', String(bandwidthM)]] as const)),
    ...(kernel === start.kernel ? [] : ([['kernel', kernel]] as const)),
    ...(stepDays === start.stepDays ? [] : ([['step', String(stepDays)]] as const)),
    ...(asOfDay === null ? [] : ([['risk-day', String(asOfDay)]] as const)),
    ...(bandM === start.bandM ? [] : ([['band-m', String(bandM)]] as const)),
    ...(bandDays === start.bandDays ? [] : ([['band-days', String(bandDays)]] as const)),
  ];
}

export function methodsOf(params: URLSearchParams, defaults: MethodSettings): MethodSettings {
  const whole = (name: string, least: number, most: number): number | null => {
    const text = params.get(name) ?? '';
    const value = Number(text);
    return /^-?\d{1,7}$/.test(text) && value >= least && value <= most ? value : null;
  };
  return {
    bandwidthM: params.get('bandwidth') === 'auto' ? 'auto' : (whole('bandwidth', 1, 100_000) ?? defaults.bandwidthM),
    kernel: params.get('kernel') === 'gaussian' ? 'gaussian' : defaults.kernel,
    stepDays: whole('step', 1, 366) ?? defaults.stepDays,
    asOfDay: whole('risk-day', -1_000_000, 1_000_000),
    bandM: whole('band-m', 1, 1000) ?? defaults.bandM,
    bandDays: whole('band-days', 1, 60) ?? defaults.bandDays,
  };
}
