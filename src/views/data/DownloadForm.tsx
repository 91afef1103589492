import { Download, Printer } from 'lucide-react';
import { useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { Measure } from '../../core/settings.ts';
import type { ExportOptions } from '../../core/tables/encode.ts';
import type { ExportedTable } from '../../state/app-state.ts';
import { type Choice, Choices } from '../controls/Choices.tsx';
import controls from '../controls/controls.module.css';
import { Toggle } from '../controls/Toggle.tsx';
import { cx } from '../cx.ts';
import { useSlice } from '../store-context.ts';
import { useDownloads } from './use-downloads.ts';

type Table = Exclude<ExportedTable, 'notes' | 'what-changed'>;
type Format = Exclude<ExportOptions['format'], 'json'>;

const tables: readonly Choice<Table>[] = [
  { id: 'ranked', title: 'Ranked list', words: 'Cells that hold something, with places and leading offences.' },
  { id: 'hotspots', title: 'All cells', words: 'Every cell of the area, zeros too, with Gi*.' },
];

const formats: readonly Choice<Format>[] = [
  { id: 'csv', title: 'CSV', words: 'For a spreadsheet; text that would run as a formula is made text.' },
  { id: 'geojson', title: 'GeoJSON', words: 'For a map: the hexagons as polygons.' },
  { id: 'parquet', title: 'Parquet', words: 'For R, Python or a database.' },
];

const methodTables: Readonly<Partial<Record<Measure, Choice<Table>>>> = {
  kde: { id: 'kde', title: 'Density', words: 'Every cell of the area with its density per km².' },
  emerging: { id: 'emerging', title: 'Emerging hot spots', words: 'Every cell with its kind, trend and hot steps.' },
};

interface DownloadFormProps {
  /** Prints the ranked list, for outside the force or not; no printing where it is left out. */
  readonly onPrint?: (outside: boolean) => void;
  /** The one table of a panel that has its own, and what is hidden of it for outside the force. */
  readonly only?: Choice<Table> & { readonly outside: string };
}

const OUTSIDE =
  'Counts under 5 hidden, and those they could be worked out from; no hours of the day; Gi*, ranks and shares from the cells shown.';

/** Everything that can be taken away from the panel, and whom it is for. */
export function DownloadForm({ onPrint, only }: DownloadFormProps) {
  const download = useDownloads();
  const measure = useSlice((state) => state.settings.measure);
  const ofMethod = methodTables[measure];
  const choices = ofMethod === undefined ? tables : [ofMethod, ...tables];
  const name = onPrint ? 'Download or print' : 'Download';
  const [table, setTable] = useState<Table>(only?.id ?? ofMethod?.id ?? 'ranked');
  const [format, setFormat] = useState<Format>('csv');
  const [outside, setOutside] = useState(false);
  const noOutside = table === 'kde' || table === 'emerging';
  return (
    <DialogTrigger>
      <Button className={cx(controls.button)}>
        <Download size={15} aria-hidden />
        {name}
      </Button>
      <Popover className={cx(controls.popover)} placement="top start" offset={4}>
        <Dialog className={cx(controls.dialog)} aria-label={name}>
          {({ close }) => (
            <>
              {!only && <Choices label="What" choices={choices} value={table} onChoose={setTable} />}
              <Choices label="File" choices={formats} value={format} onChoose={setFormat} />
              <div className={controls.group}>
                <Toggle
                  label="For outside the force"
                  disabled={noOutside}
                  words={
                    noOutside
                      ? 'Not of this table: it could not be told which numbers to hide.'
                      : (only?.outside ?? OUTSIDE)
                  }
                  on={outside && !noOutside}
                  onChange={setOutside}
                />
              </div>
              <div className={cx(controls.row, controls.steps)}>
                {onPrint && (
                  <Button
                    className={cx(controls.button)}
                    onPress={() => {
                      close();
                      onPrint(outside && !noOutside);
                    }}
                  >
                    <Printer size={15} aria-hidden />
                    Print the list
                  </Button>
                )}
                <Button
                  className={cx(controls.primary)}
                  onPress={() => {
                    close();
                    void download(table, { format, outside: outside && !noOutside });
                  }}
                >
                  <Download size={15} aria-hidden />
                  Download
                </Button>
              </div>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
