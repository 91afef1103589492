import { Ellipsis, Trash2 } from 'lucide-react';
import { type SubmitEvent, useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { Factor } from '../../core/geo/factor.ts';
import type { OpenFactors } from '../../core/project/layers.ts';
import controls from '../controls/controls.module.css';
import { cx } from '../cx.ts';
import { plural } from '../format.ts';
import { useStore } from '../store-context.ts';
import layers from './layers.module.css';

/** What can be done with a factor: another name, its file split by a property, out with it. */
export function FactorMenu({ file, factor }: { file: OpenFactors; factor: Factor }) {
  return (
    <DialogTrigger>
      <Button className={cx(controls.icon)} aria-label={`Change ${factor.name}`}>
        <Ellipsis size={18} aria-hidden />
      </Button>
      <Popover className={cx(layers.popover)} placement="bottom end" offset={4}>
        <Dialog className={cx(layers.menu)} aria-label={factor.name}>
          {({ close }) => <Menu file={file} factor={factor} onDone={close} />}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

interface MenuProps {
  readonly file: OpenFactors;
  readonly factor: Factor;
  readonly onDone: () => void;
}

function Menu({ file, factor, onDone }: MenuProps) {
  const store = useStore();
  const [name, setName] = useState(factor.name);
  const rename = (event: SubmitEvent) => {
    event.preventDefault();
    onDone();
    void store.renameFactor(factor.id, name);
  };
  const split = (field: string) => {
    onDone();
    void store.splitFactors(file.name, field === '' ? null : field);
  };
  const remove = () => {
    onDone();
    void store.removeFactor(factor.id);
  };
  return (
    <>
      <form className={layers.rename} onSubmit={rename}>
        <label className={controls.field}>
          Name
          <input
            className={controls.input}
            value={name}
            maxLength={100}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <Button type="submit" className={cx(controls.button)} isDisabled={name.trim() === factor.name}>
          Rename
        </Button>
      </form>
      {file.fields.length > 0 && (
        <label className={controls.field}>
          Split {file.name} by
          <select className={controls.input} value={file.splitBy ?? ''} onChange={(event) => split(event.target.value)}>
            <option value="">nothing, keep it whole</option>
            {file.fields.map((field) => (
              <option key={field.name} value={field.name}>
                {field.name}: {plural(field.values, 'value')}
              </option>
            ))}
          </select>
        </label>
      )}
      <div>
        <Button className={cx(controls.button)} onPress={remove}>
          <Trash2 size={15} aria-hidden />
          Remove
        </Button>
      </div>
    </>
  );
}
