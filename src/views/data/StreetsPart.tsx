import { FileUp } from 'lucide-react';
import { type SubmitEvent, useState } from 'react';
import { Button, FileTrigger, Input, Label, TextField } from 'react-aria-components';
import type { Streets } from '../../core/geo/streets.ts';
import { type Choice, Choices } from '../controls/Choices.tsx';
import controls from '../controls/controls.module.css';
import { cx } from '../cx.ts';
import panel from '../panel.module.css';
import { useSlice, useStore } from '../store-context.ts';
import styles from './data.module.css';

type Kind = 'off' | Streets['kind'];

const kinds: readonly Choice<Kind>[] = [
  { id: 'off', title: 'Off', words: 'Coast, towns and stations that came with the app.' },
  { id: 'file', title: 'Local file', words: 'A .pmtiles file of streets; it stays in this browser.' },
  {
    id: 'online',
    title: 'Online style',
    words: 'Tiles from a server, until this is turned off or the page is closed.',
  },
];

/** Streets under the hexagons: none, from a file, or from a server that then learns where one looks. */
export function StreetsPart() {
  const store = useStore();
  const streets = useSlice((state) => state.streets);
  const [asked, setAsked] = useState<Kind | null>(null);
  const shown = streets.status === 'ready' ? streets.value.kind : 'off';
  const kind = asked ?? shown;
  const choose = (next: Kind) => {
    setAsked(next);
    // Leaving a source ends it at once: nothing is asked of a server that is no longer chosen.
    if (next !== shown || streets.status === 'running')
      store.dispatch({ type: 'streets', streets: { status: 'idle' } });
  };
  return (
    <section className={styles.part} aria-label="Streets">
      <h3 className={styles.partTitle}>Streets</h3>
      <Choices label="Under the hexagons" choices={kinds} value={kind} onChoose={choose} />
      {streets.status === 'running' && <p role="status">Opening the streets …</p>}
      {streets.status === 'ready' && <p role="status">On the map: {sourceOf(streets.value)}</p>}
      {streets.status === 'failed' && (
        <div className={panel.failure} role="alert">
          <p>{streets.message}</p>
          <p className={panel.small}>The built-in basemap is shown.</p>
        </div>
      )}
      {kind === 'file' && <LocalFile />}
      {kind === 'online' && <OnlineStyle />}
    </section>
  );
}

const sourceOf = (streets: Streets): string => (streets.kind === 'file' ? streets.name : streets.hosts.join(', '));

function LocalFile() {
  const store = useStore();
  return (
    <div className={styles.open}>
      <FileTrigger acceptedFileTypes={['.pmtiles']} onSelect={(files) => files && void store.openFiles([...files])}>
        <Button className={cx(controls.button)}>
          <FileUp size={15} aria-hidden />
          Open a street file
        </Button>
      </FileTrigger>
      <p className={panel.small}>
        Vector tiles of OpenStreetMap in the Protomaps, OpenMapTiles or Shortbread schema. Zoom in to see every street.
      </p>
    </div>
  );
}

function OnlineStyle() {
  const store = useStore();
  const [address, setAddress] = useState('');
  const opening = useSlice((state) => state.streets.status === 'running');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (address.trim() !== '') void store.openOnlineStreets(address);
  };
  return (
    <form className={styles.open} onSubmit={submit}>
      <p className={panel.cautions}>Every tile request tells the server which part of the map you look at.</p>
      <TextField className={cx(controls.field, styles.wide)} value={address} onChange={setAddress} inputMode="url">
        <Label>Address of the style</Label>
        <Input
          className={cx(controls.input)}
          placeholder="https://host/style.json"
          autoComplete="off"
          spellCheck="false"
        />
      </TextField>
      <Button type="submit" className={cx(controls.button)} isDisabled={opening || address.trim() === ''}>
        Turn on
      </Button>
    </form>
  );
}
