/** How the change at a key date is worked out, where that comes from, and what it cannot tell: the wording of core. */
import type { MethodText } from '../hotspots/method-texts.ts';

export const keyDateText: MethodText = {
  how: [
    'The offences of a window before the key date and one from it on are counted in each cell and turned into rates by the days that the data cover. Of the offences of both windows together those after are binomial while the rates are equal; the exact interval of that chance becomes one of the rate ratio.',
    'A cell is coloured where its 95 % interval leaves out 1, or where q, the false discovery rate over all cells with an offence, is under 0.1. It is called about the same where the whole interval lies between a half and two; all others have too few offences to say.',
    'Harm is a difference of days, without an interval: one grave offence outweighs a hundred others, so its spread cannot be learnt from one window.',
    'Patrol areas are grown from the worst cells of each window. New: shares no cell with one of before. Emerging: shares one, and its offences rose beyond the interval. Lasting: all others that share one. Cooling: one of before that none of after touches. To patrol first: emerging areas, then the others by rank after the date.',
  ],
  sources: [
    { text: 'Przyborowski & Wilenski 1940', doi: '10.1093/biomet/31.3-4.313' },
    { text: 'Clopper & Pearson 1934', doi: '10.1093/biomet/26.4.404' },
    { text: 'Benjamini & Hochberg 1995', doi: '10.1111/j.2517-6161.1995.tb02031.x' },
    { text: 'Basford et al. 2021', doi: '10.1007/s41887-021-00067-2' },
  ],
  trap: 'Before and after is not cause and effect. The roadmap’s steps fell in spring: warmer evenings, Easter (4 April 2021) and the Euros (11 June to 11 July 2021) move offences too. Offences come in series, so the intervals are too narrow rather than too wide.',
};

export const OUTSIDE_WORDS =
  'Cells with a count under 5 in either window hidden, and those they could be worked out from; q from the cells shown.';
