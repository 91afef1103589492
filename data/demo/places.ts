/**
 * Where people live and go out in each district: rough centre and reach of its towns and villages from public
 * coordinates, with invented shares. What a district's places leave over is spread over its whole area.
 */
import type { Position } from '../areas/borders.ts';

export interface Place {
  readonly name: string;
  readonly centre: Position;
  readonly reachM: number;
  /** Share of the district's homes, and of its public life (nights out, shops, streets). */
  readonly homes: number;
  readonly life: number;
}

/** Crime level per resident against the county, near-miss offences excepted. */
// biome-ignore format: a table is read in rows
export const DISTRICT_LEVELS: Readonly<Record<string, number>> = {
  E06000033: 1.15, E06000034: 1.08, E07000066: 1.1, E07000067: 0.85, E07000068: 0.85, E07000069: 0.78, E07000070: 0.95,
  E07000071: 1.02, E07000072: 0.95, E07000073: 1.25, E07000074: 0.7, E07000075: 0.65, E07000076: 1.05, E07000077: 0.68,
};

const place = (name: string, lon: number, lat: number, reachM: number, homes: number, life: number): Place => ({
  name,
  centre: [lon, lat],
  reachM,
  homes,
  life,
});

/** Places by district code. In Southend, Basildon and Chelmsford the first is the town drawn in data/areas/towns.ts. */
// biome-ignore format: a table is read in rows
export const PLACES: Readonly<Record<string, readonly Place[]>> = {
  E06000033: [place('Southend', 0.713, 51.539, 3000, 0.97, 0.98)],
  E06000034: [
    place('Grays', 0.325, 51.478, 1900, 0.34, 0.42), place('Lakeside', 0.283, 51.488, 700, 0.04, 0.24),
    place('Tilbury', 0.36, 51.462, 900, 0.1, 0.09), place('South Ockendon', 0.288, 51.512, 1500, 0.16, 0.09),
    place('Stanford-le-Hope', 0.43, 51.518, 1300, 0.12, 0.06), place('Corringham', 0.462, 51.524, 1000, 0.08, 0.04),
    place('Aveley', 0.257, 51.501, 800, 0.06, 0.03), place('Purfleet', 0.243, 51.484, 700, 0.04, 0.01),
  ],
  E07000066: [
    place('Basildon', 0.457, 51.57, 3600, 0.6, 0.74), place('Billericay', 0.42, 51.628, 1700, 0.19, 0.12),
    place('Wickford', 0.523, 51.613, 1500, 0.18, 0.12),
  ],
  E07000067: [
    place('Braintree', 0.553, 51.878, 1900, 0.36, 0.48), place('Witham', 0.638, 51.8, 1500, 0.18, 0.2),
    place('Halstead', 0.638, 51.945, 1000, 0.09, 0.11), place('Great Notley', 0.535, 51.862, 800, 0.05, 0.03),
    place('Hatfield Peverel', 0.597, 51.777, 700, 0.04, 0.02), place('Coggeshall', 0.687, 51.872, 700, 0.04, 0.03),
    place('Kelvedon', 0.703, 51.837, 600, 0.03, 0.02), place('Sible Hedingham', 0.592, 51.978, 800, 0.04, 0.02),
    place('Earls Colne', 0.703, 51.926, 600, 0.03, 0.02), place('Silver End', 0.625, 51.846, 600, 0.03, 0.01),
  ],
  E07000068: [
    place('Brentwood', 0.305, 51.62, 1500, 0.38, 0.66), place('Shenfield', 0.33, 51.631, 900, 0.16, 0.11),
    place('Pilgrims Hatch', 0.29, 51.635, 700, 0.1, 0.04), place('Ingatestone', 0.385, 51.668, 800, 0.07, 0.06),
    place('Doddinghurst', 0.3, 51.665, 700, 0.05, 0.02), place('West Horndon', 0.343, 51.568, 500, 0.03, 0.02),
  ],
  E07000069: [
    place('Canvey Island', 0.588, 51.519, 1800, 0.42, 0.45), place('Benfleet', 0.563, 51.552, 1300, 0.2, 0.2),
    place('Thundersley', 0.585, 51.568, 1200, 0.2, 0.15), place('Hadleigh', 0.608, 51.554, 900, 0.15, 0.18),
  ],
  E07000070: [
    place('Chelmsford', 0.472, 51.735, 3300, 0.64, 0.86), place('South Woodham Ferrers', 0.615, 51.646, 1100, 0.1, 0.06),
    place('Galleywood', 0.47, 51.698, 600, 0.03, 0.01), place('Writtle', 0.428, 51.728, 600, 0.03, 0.01),
    place('Danbury', 0.578, 51.717, 800, 0.03, 0.01), place('Great Leighs', 0.507, 51.825, 600, 0.02, 0.01),
    place('Boreham', 0.542, 51.759, 500, 0.02, 0.005), place('Runwell', 0.53, 51.625, 500, 0.02, 0.005),
  ],
  E07000071: [
    place('Colchester', 0.9, 51.89, 3400, 0.72, 0.86), place('Stanway', 0.84, 51.885, 1000, 0.06, 0.03),
    place('Tiptree', 0.75, 51.812, 900, 0.05, 0.03), place('West Mersea', 0.922, 51.778, 900, 0.04, 0.03),
    place('Wivenhoe', 0.962, 51.857, 700, 0.04, 0.02), place('Marks Tey', 0.785, 51.879, 500, 0.02, 0.01),
    place('Dedham', 0.985, 51.957, 400, 0.01, 0.005),
  ],
  E07000072: [
    place('Loughton', 0.068, 51.649, 1500, 0.24, 0.32), place('Epping', 0.112, 51.7, 1000, 0.1, 0.15),
    place('Waltham Abbey', 0.006, 51.687, 1300, 0.18, 0.18), place('Buckhurst Hill', 0.045, 51.627, 900, 0.1, 0.09),
    place('Chigwell', 0.08, 51.622, 1000, 0.12, 0.09), place('Ongar', 0.244, 51.705, 800, 0.05, 0.05),
    place('North Weald', 0.163, 51.721, 700, 0.04, 0.02), place('Theydon Bois', 0.1, 51.672, 700, 0.03, 0.03),
  ],
  E07000073: [place('Harlow', 0.1, 51.768, 3200, 0.95, 0.96)],
  E07000074: [
    place('Maldon', 0.678, 51.731, 1300, 0.28, 0.5), place('Heybridge', 0.692, 51.742, 800, 0.12, 0.1),
    place('Burnham-on-Crouch', 0.815, 51.63, 900, 0.13, 0.14), place('Southminster', 0.83, 51.661, 700, 0.07, 0.05),
    place('Mayland', 0.762, 51.683, 700, 0.06, 0.03), place('Tollesbury', 0.835, 51.759, 500, 0.04, 0.02),
    place('Wickham Bishops', 0.668, 51.779, 600, 0.04, 0.01), place('Tillingham', 0.88, 51.697, 400, 0.02, 0.01),
  ],
  E07000075: [
    place('Rayleigh', 0.607, 51.587, 1600, 0.38, 0.42), place('Rochford', 0.706, 51.583, 900, 0.14, 0.2),
    place('Hockley', 0.652, 51.604, 1000, 0.14, 0.12), place('Hawkwell', 0.675, 51.6, 800, 0.12, 0.06),
    place('Hullbridge', 0.623, 51.623, 600, 0.08, 0.04), place('Great Wakering', 0.805, 51.553, 600, 0.07, 0.05),
  ],
  E07000076: [
    place('Clacton', 1.155, 51.793, 2100, 0.38, 0.5), place('Jaywick', 1.117, 51.778, 700, 0.05, 0.05),
    place('Harwich', 1.275, 51.938, 1300, 0.15, 0.15), place('Walton', 1.263, 51.848, 900, 0.08, 0.07),
    place('Frinton', 1.24, 51.833, 900, 0.07, 0.05), place('Brightlingsea', 1.023, 51.812, 800, 0.06, 0.05),
    place('Manningtree', 1.06, 51.944, 800, 0.05, 0.04), place('St Osyth', 1.08, 51.799, 600, 0.03, 0.01),
    place('Great Bentley', 1.065, 51.853, 500, 0.02, 0.01),
  ],
  E07000077: [
    place('Saffron Walden', 0.243, 52.022, 1200, 0.22, 0.36), place('Great Dunmow', 0.363, 51.873, 1000, 0.14, 0.18),
    place('Stansted Mountfitchet', 0.2, 51.899, 900, 0.1, 0.09), place('Stansted Airport', 0.24, 51.888, 500, 0, 0.16),
    place('Thaxted', 0.345, 51.954, 500, 0.04, 0.03), place('Newport', 0.215, 51.985, 500, 0.03, 0.02),
    place('Takeley', 0.268, 51.87, 600, 0.05, 0.02), place('Elsenham', 0.23, 51.916, 500, 0.04, 0.01),
    place('Felsted', 0.433, 51.857, 500, 0.03, 0.01), place('Hatfield Heath', 0.212, 51.812, 400, 0.02, 0.01),
  ],
};
