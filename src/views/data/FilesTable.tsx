import type { Crs, FileReport } from '../../core/ingest/report.ts';
import { formatCount } from '../format.ts';
import styles from './data.module.css';

const crsWords: Readonly<Record<Crs, string>> = {
  'EPSG:4326': 'longitude and latitude',
  'EPSG:27700': 'British National Grid',
};

export function FilesTable({ files }: { files: readonly FileReport[] }) {
  return (
    <table className={styles.table} aria-label="Files">
      <thead>
        <tr>
          <th scope="col">File</th>
          <th scope="col">Rows</th>
          <th scope="col">Kept</th>
        </tr>
      </thead>
      <tbody>
        {files.map((file) => (
          <tr key={file.name}>
            <th scope="row">
              {file.name}
              <span className={styles.under}>
                {file.format}, {crsWords[file.crs]}
              </span>
            </th>
            <td>{formatCount(file.rows)}</td>
            <td>{formatCount(file.kept)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
