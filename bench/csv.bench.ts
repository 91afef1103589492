/** Reading a police.uk file into columns, beside DuckDB reading the same file. */
import { sourceOf } from '../src/cli/files.ts';
import { ingest } from '../src/core/pipeline.ts';
import { policeUkFile } from './police-uk-file.ts';
import { type BenchRow, medianMs } from './types.ts';

const ROWS = 500_000;

/** What is used of @duckdb/node-api, which only an install of its own brings. */
interface DuckDb {
  readonly DuckDBInstance: {
    create(path: string): Promise<{ connect(): Promise<{ run(sql: string): Promise<unknown> }> }>;
  };
}

export async function run(): Promise<BenchRow[]> {
  const { path, bytes } = policeUkFile(ROWS);
  const ms = await medianMs(() => ingest([sourceOf(path)]), 3);
  const reference = await duckDb(path);
  const perSecond = Math.round(ROWS / (ms / 1000) / 1000);
  return [
    {
      what: `CSV to checked columns, ${ROWS.toLocaleString('en-GB')} police.uk rows`,
      ms,
      detail: `${perSecond} thousand rows/s, ${(bytes / 1e6 / (ms / 1000)).toFixed(0)} MB/s`,
      ...reference,
    },
  ];
}

async function duckDb(path: string): Promise<Pick<BenchRow, 'reference' | 'referenceMs'>> {
  try {
    // the package is a reference of the bench alone, so its name must not look like a dependency of the app
    const name = '@duckdb/node-api';
    const { DuckDBInstance } = (await import(name)) as DuckDb;
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const read = `create or replace table t as select * from read_csv('${path}')`;
    return {
      reference: 'DuckDB read_csv of the same file into a table, no checks or notes',
      referenceMs: await medianMs(() => connection.run(read), 3),
    };
  } catch {
    return { reference: 'DuckDB is absent (npm install --prefix bench)', referenceMs: null };
  }
}
