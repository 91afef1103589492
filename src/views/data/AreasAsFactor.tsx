import { Button } from 'react-aria-components';
import controls from '../controls/controls.module.css';
import { cx } from '../cx.ts';
import { useSlice, useStore } from '../store-context.ts';

/** Polygons are study areas at first; parks or estates can be a risk factor instead. */
export function AreasAsFactor() {
  const store = useStore();
  const fromFile = useSlice((state) => state.layers.areaFile !== null && state.areaSet.origin === 'file');
  if (!fromFile) return null;
  return (
    <Button className={cx(controls.button)} onPress={() => void store.areasAsFactor()}>
      Use as risk factor instead
    </Button>
  );
}
