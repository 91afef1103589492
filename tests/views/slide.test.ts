import { describe, expect, it } from 'vitest';
import { mapBox, paintSlide } from '../../src/views/present/paint.ts';
import { slideOf } from '../../src/views/present/slide.ts';
import { result, state } from './fixture.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('slide', () => {
  it('is one message with period, definition, marking and source', () => {
    const slide = slideOf(state, 'dark');
    expect(plain(slide?.title ?? '')).toBe('Southend-on-Sea: three cells hold 80 % of harm');
    expect(plain(slide?.period ?? '')).toBe('12 Apr – 9 May 2021');
    expect(slide?.definition).toBe('Operation Ark, upper bound');
    expect(slide?.marking).toBe('SYNTHETIC DEMONSTRATION DATA');
    expect(slide?.source).toBe('Source: Synthetic Essex demo. Harmscape');
  });

  it('lists the cells by the numbers they carry on the map; a cell without a street by its grid reference', () => {
    expect(slideOf(state, 'dark')?.rows.map((r) => ({ ...r, significance: plain(r.significance) }))).toEqual([
      { rank: '1', place: 'Street 1', value: '14,077', bin: 3, significance: 'hot spot, 99 % after FDR' },
      { rank: '2', place: 'Street 2', value: '1,460', bin: 2, significance: 'hot spot, 95 % after FDR' },
      { rank: '3', place: 'TQ 8812 8543', value: '365', bin: 1, significance: 'hot spot, 90 % after FDR' },
    ]);
  });

  it('carries the legend of the map, in the colours of its theme', () => {
    const dark = slideOf(state, 'dark')?.legend;
    expect(dark?.entries.filter((entry) => entry.kind === 'class')).toHaveLength(3);
    expect(slideOf(state, 'light')?.legend.entries[0]?.colour).not.toBe(dark?.entries[0]?.colour);
  });

  it('keeps the classes of the map when the analyst has fixed them', () => {
    const settings = { ...state.settings, classes: { 'harm:10': [0, 5] } };
    expect(slideOf({ ...state, settings }, 'dark')?.legend.entries.filter((e) => e.kind === 'class')).toHaveLength(2);
  });

  it('marks loaded files as the analyst wrote, and never less than official-sensitive by default', () => {
    if (state.dataset.status !== 'ready') throw new Error('the fixture is loaded');
    const dataset = { status: 'ready', value: { ...state.dataset.value, source: 'files' } } as const;
    expect(slideOf({ ...state, dataset, marking: 'OFFICIAL' }, 'dark')?.marking).toBe('OFFICIAL');
    expect(slideOf({ ...state, dataset, marking: '  ' }, 'dark')?.marking).toBe('OFFICIAL-SENSITIVE');
  });

  it('does not exist before the first result', () => {
    expect(slideOf({ ...state, hotspots: { status: 'running' } }, 'dark')).toBeNull();
  });

  it('stays as it was while the next result is counted', () => {
    expect(slideOf({ ...state, hotspots: { status: 'running', value: result } }, 'dark')?.rows).toHaveLength(3);
  });
});

describe('slide as a picture', () => {
  /** A canvas that writes down what is drawn on it: half an em per letter. */
  function recorder() {
    const texts: { text: string; x: number; y: number; px: number; align: string }[] = [];
    const context = {
      font: '',
      fillStyle: '',
      strokeStyle: '',
      textAlign: 'left',
      fillRect: () => undefined,
      strokeRect: () => undefined,
      drawImage: () => undefined,
      measureText: (text: string) => ({ width: text.length * pxOf(context.font) * 0.5 }),
      fillText: (text: string, x: number, y: number) => {
        texts.push({ text, x, y, px: pxOf(context.font), align: context.textAlign });
      },
    };
    return { context, texts };
  }
  const pxOf = (font: string) => Number(/([\d.]+)px/.exec(font)?.[1]);
  const colours = { ground: '#000', text: '#fff', muted: '#999', accent: '#00f', edge: '#333' };

  function painted(width: number, height: number) {
    const slide = slideOf(state, 'dark');
    if (slide === null) throw new Error('the fixture has a slide');
    const { context, texts } = recorder();
    paintSlide(context as unknown as CanvasRenderingContext2D, slide, {} as CanvasImageSource, colours, width, height);
    return texts;
  }

  it.each([
    [1920, 1080],
    [3840, 2160],
  ])('has no text below 1/45 of the height at %i × %i and none outside it', (width, height) => {
    const texts = painted(width, height);
    expect(Math.min(...texts.map((t) => t.px))).toBeGreaterThanOrEqual(height / 45);
    for (const { text, x, y, px, align } of texts) {
      const wide = text.length * px * 0.5;
      const left = align === 'right' ? x - wide : align === 'center' ? x - wide / 2 : x;
      expect(left, text).toBeGreaterThanOrEqual(0);
      expect(left + wide, text).toBeLessThanOrEqual(width);
      expect(y, text).toBeLessThanOrEqual(height);
    }
  });

  it('says everything the screen says', () => {
    const texts = painted(1920, 1080).map((t) => plain(t.text));
    for (const words of ['SYNTHETIC DEMONSTRATION DATA', '12 Apr – 9 May 2021', 'Street 1', '14,077', 'Harm']) {
      expect(texts).toContain(words);
    }
  });

  it('leaves the map a box inside the slide beside the list', () => {
    const box = mapBox(1920, 1080);
    expect(box.x).toBeGreaterThan(0);
    expect(box.x + box.width).toBeLessThan(1920 * 0.68);
    expect(box.y + box.height).toBeLessThan(1080 * 0.93);
  });
});
