import { useMemo } from 'react';
import type { Theme } from '../../state/app-state.ts';
import { useSlice } from '../store-context.ts';
import { type Slide, slideOf } from './slide.ts';

/** The slide of what is on screen while `wanted`; null otherwise. */
export function useSlide(theme: Theme, wanted: boolean): Slide | null {
  const state = useSlice((whole) => (wanted ? whole : null));
  return useMemo(() => (state === null ? null : slideOf(state, theme)), [state, theme]);
}
