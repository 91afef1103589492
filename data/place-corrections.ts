/**
 * Where GeoNames' populations would give a place the wrong size of label, or a well-known part of a town is missing.
 * Only the rank of the label changes; no population is made up. Added places stand where their railway station stands.
 */
interface Added {
  readonly name: string;
  readonly population: number;
  readonly rank: number;
  readonly at: readonly [number, number];
}

export const placeCorrections: {
  readonly ranks: Readonly<Record<string, { readonly rank: number }>>;
  readonly added: readonly Added[];
} = {
  ranks: {
    // GeoNames gives 0 and 1,001 to two districts of Southend with over twenty thousand residents each.
    'Leigh-on-Sea': { rank: 4 },
    'Westcliff-on-Sea': { rank: 5 },
    // The figure is that of the whole of Thanet.
    'Saint Peters': { rank: 6 },
    // Parts of London, whatever their size: the label "London" stands for them when zoomed out.
    Islington: { rank: 4 },
    Bexley: { rank: 4 },
    Archway: { rank: 5 },
    Sutton: { rank: 4 },
    Croydon: { rank: 3 },
    Dagenham: { rank: 4 },
    'Enfield Town': { rank: 4 },
    Becontree: { rank: 5 },
    Beckenham: { rank: 5 },
    Battersea: { rank: 5 },
    'Canary Wharf': { rank: 5 },
    Purley: { rank: 5 },
    Peckham: { rank: 5 },
    Brixton: { rank: 5 },
    Barking: { rank: 4 },
    Chelsea: { rank: 5 },
    'South Croydon': { rank: 6 },
  },
  added: [
    { name: 'Prittlewell', population: 0, rank: 5, at: [0.71065, 51.55059] },
    { name: 'Shoeburyness', population: 0, rank: 4, at: [0.79457, 51.53145] },
    { name: 'Thorpe Bay', population: 0, rank: 5, at: [0.76194, 51.53766] },
  ],
};
