import type { AreaRates } from '../../core/methods/area-rates.ts';
import type { SidesResult } from '../../core/methods/sides.ts';
import { formatArea, formatCount, formatValue } from '../format.ts';
import panel from '../panel.module.css';
import styles from './compare.module.css';
import { useSideNames } from './names.ts';
import { intervalWords, rateFigure, ratioSentence } from './words.ts';

interface Line {
  readonly name: string;
  readonly of: (rates: AreaRates) => string;
  /** The 95 % interval, '' for none. */
  readonly interval?: (rates: AreaRates) => string;
}

/** Both sides in numbers, and their ratio in words. */
export function Figures({ result }: { result: SidesResult }) {
  const names = useSideNames();
  const { one, other, perKm2, per1000 } = result;
  const byPeriod = names.kind === 'period';
  const told = {
    one: byPeriod ? 'the left period' : names.one.title,
    other: byPeriod ? 'the right period' : names.other.title,
  };
  return (
    <section aria-labelledby="sides-figures">
      <h3 id="sides-figures" className={styles.part}>
        Numbers
      </h3>
      <table className={styles.figures}>
        <thead>
          <tr>
            <td />
            <th scope="col">{names.one.title}</th>
            <th scope="col">{names.other.title}</th>
          </tr>
        </thead>
        <tbody>
          {linesOf(result, byPeriod).map(({ name, of, interval }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {[one, other].map((rates, side) => (
                <td key={side === 0 ? 'one' : 'other'}>
                  {of(rates)}
                  {interval && <span className={styles.interval}>{interval(rates)}</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.ratios} aria-live="polite">
        {one.days === 0 || other.days === 0 ? (
          <p>
            The file has nothing of {one.days === 0 ? names.one.title : names.other.title}: there is nothing to compare
            – choose a period that it covers.
          </p>
        ) : byPeriod ? (
          <p>{ratioSentence(perKm2, { ...told, per: 'per day' })}</p>
        ) : (
          <>
            {per1000 && <p>{ratioSentence(per1000, { ...told, per: 'per 1,000 residents' })}</p>}
            <p>{ratioSentence(perKm2, { ...told, per: 'per km²' })}</p>
          </>
        )}
      </div>
      {!byPeriod && per1000 === null && (
        <p className={panel.small}>
          Per resident: open a table of populations under Data that has both areas by code or name.
        </p>
      )}
      {result.cautions.map((caution) => (
        <p key={caution} className={panel.cautions}>
          {caution}
        </p>
      ))}
    </section>
  );
}

function linesOf({ one, other }: SidesResult, byPeriod: boolean): readonly Line[] {
  const residents = one.residents !== null || other.residents !== null;
  const days = byPeriod && one.days !== null && other.days !== null;
  return [
    { name: 'Offences', of: ({ count }) => formatCount(count) },
    { name: 'Harm days', of: ({ harm }) => formatValue(harm, 'harm') },
    ...(days
      ? [
          { name: 'Days covered', of: (r: AreaRates) => (r.days === null ? '–' : formatCount(r.days)) },
          {
            name: 'Offences per day',
            of: (r: AreaRates) => (r.perDay ? rateFigure(r.perDay.rate) : '–'),
            interval: (r: AreaRates) => (r.perDay ? intervalWords(r.perDay, rateFigure) : ''),
          },
          { name: 'Harm per day', of: (r: AreaRates) => (r.harmPerDay === null ? '–' : rateFigure(r.harmPerDay)) },
        ]
      : [{ name: 'Area of the cells', of: (r: AreaRates) => formatArea(r.areaM2) }]),
    {
      name: 'Offences per km²',
      of: (r) => rateFigure(r.perKm2.rate),
      interval: (r) => intervalWords(r.perKm2, rateFigure),
    },
    { name: 'Harm per km²', of: (r) => rateFigure(r.harmPerKm2) },
    ...(residents
      ? [
          { name: 'Residents', of: (r: AreaRates) => (r.residents === null ? '–' : formatCount(r.residents)) },
          {
            name: 'Offences per 1,000 residents',
            of: (r: AreaRates) => (r.per1000 ? rateFigure(r.per1000.rate) : '–'),
            interval: (r: AreaRates) => (r.per1000 ? intervalWords(r.per1000, rateFigure) : ''),
          },
          {
            name: 'Harm per 1,000 residents',
            of: (r: AreaRates) => (r.harmPer1000 === null ? '–' : rateFigure(r.harmPer1000)),
          },
        ]
      : []),
  ];
}
