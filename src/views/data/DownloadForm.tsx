import { Download, Printer } from 'lucide-react';
import { useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { ExportOptions } from '../../core/tables/encode.ts';
import { type Choice, Choices } from '../controls/Choices.tsx';
import controls from '../controls/controls.module.css';
import { Toggle } from '../controls/Toggle.tsx';
import { cx } from '../cx.ts';
import { useDownloads } from './use-downloads.ts';

type Table = 'ranked' | 'hotspots';
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

interface DownloadFormProps {
  /** Prints the ranked list, for outside the force or not. */
  readonly onPrint: (outside: boolean) => void;
}

/** Everything that can be taken away from the panel, and whom it is for. */
export function DownloadForm({ onPrint }: DownloadFormProps) {
  const download = useDownloads();
  const [table, setTable] = useState<Table>('ranked');
  const [format, setFormat] = useState<Format>('csv');
  const [outside, setOutside] = useState(false);
  return (
    <DialogTrigger>
      <Button className={cx(controls.button)}>
        <Download size={15} aria-hidden />
        Download or print
      </Button>
      <Popover className={cx(controls.popover)} placement="top start" offset={4}>
        <Dialog className={cx(controls.dialog)} aria-label="Download or print">
          {({ close }) => (
            <>
              <Choices label="What" choices={tables} value={table} onChoose={setTable} />
              <Choices label="File" choices={formats} value={format} onChoose={setFormat} />
              <div className={controls.group}>
                <Toggle
                  label="For outside the force"
                  words="Counts under 5 hidden, and those they could be worked out from; no hours of the day; Gi*, ranks and shares from the cells shown."
                  on={outside}
                  onChange={setOutside}
                />
              </div>
              <div className={cx(controls.row, controls.steps)}>
                <Button
                  className={cx(controls.button)}
                  onPress={() => {
                    close();
                    onPrint(outside);
                  }}
                >
                  <Printer size={15} aria-hidden />
                  Print the list
                </Button>
                <Button
                  className={cx(controls.primary)}
                  onPress={() => {
                    close();
                    void download(table, { format, outside });
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
