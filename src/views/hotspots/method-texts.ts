/** How each method works, where it comes from and what it cannot tell: the wording of its file in core. */
import type { Measure } from '../../core/settings.ts';

interface Source {
  readonly text: string;
  /** Without the resolver; '' for none. */
  readonly doi: string;
}

export interface MethodText {
  readonly how: readonly string[];
  readonly sources: readonly Source[];
  readonly trap: string;
}

const giStar: MethodText = {
  how: [
    'Gi* adds up a cell and its neighbours, takes away what that many average cells would hold, and divides by how much such sums vary when the values are dealt out at random. Every cell of the area counts, zeros too.',
    'So many cells are tested at once that some would stand out by chance: hot and cold are told at a false discovery rate of 10, 5 and 1 %.',
  ],
  sources: [
    { text: 'Ord & Getis 1995', doi: '10.1111/j.1538-4632.1995.tb00912.x' },
    { text: 'Anselin 1995', doi: '10.1111/j.1538-4632.1995.tb00338.x' },
    { text: 'Benjamini & Hochberg 1995', doi: '10.1111/j.2517-6161.1995.tb02031.x' },
  ],
  trap: 'Raw harm is so skewed that the normal approximation makes too much of a single grave offence: compare √harm, or the permutations. It says where values gather, not why and not what comes next.',
};

export const methodTexts: Readonly<Record<Measure, MethodText>> = {
  value: {
    ...giStar,
    how: [
      'Each cell holds the sum of what was recorded in it in the period. Ranks follow that sum; equal sums follow the cells’ ids.',
      ...giStar.how,
    ],
  },
  'gi-star': giStar,
  kde: {
    how: [
      'Every offence is spread over a small hill of volume one, times its weight; the density at a place is the height of all hills together, per km². Offences around the area count as far as the hills reach.',
      'The quartic hill ends at the bandwidth. Of the Gaussian the bandwidth is the standard deviation, and it ends at four of them. The rule is Venables and Ripley’s for a single hump.',
    ],
    sources: [
      { text: 'Diggle 1985', doi: '10.2307/2347366' },
      { text: 'Venables & Ripley 2002', doi: '10.1007/978-0-387-21706-2' },
    ],
    trap: 'Maps with different bandwidths cannot be compared, and nothing here is tested: a peak may be chance. One homicide makes a bull’s-eye of its own, and coincident points make spikes. Where the file stops at the boundary the density there is too low.',
  },
  emerging: {
    how: [
      'Offences are summed per cell and step of time. Gi* compares the sum over a cell and its neighbours, in a step and the one before, with the average of all places and steps; steps are hot or cold at a false discovery rate of 10 %.',
      'The order of hot and cold steps, and the Mann–Kendall trend of their scores, give each cell one of 17 kinds.',
    ],
    sources: [
      { text: 'Esri, How Emerging Hot Spot Analysis works, pro.arcgis.com', doi: '' },
      { text: 'Ord & Getis 1995', doi: '10.1111/j.1538-4632.1995.tb00912.x' },
    ],
    trap: 'The whole area going up makes the last steps hot everywhere, and a change in recording looks just like it. Steps beside each other share offences: what a step says, the one before has mostly said.',
  },
  'near-repeat': {
    how: [
      'Pairs of offences are counted by how far and how many days apart they are. The dates are then dealt out anew among the places 199 times: that is what places and seasons alone would give. The ratio is the excess; p is how often chance gave as many.',
      'Each offence of the last days adds to the cells around it the excess found at that distance and delay, where p is at most 5 %. It fades as days pass. Offences count one each, whatever they weigh.',
    ],
    sources: [
      { text: 'Knox 1964', doi: '10.2307/2985220' },
      { text: 'Johnson et al. 2007', doi: '10.1007/s10940-007-9025-3' },
      { text: 'Bowers, Johnson & Pease 2004', doi: '10.1093/bjc/azh036' },
    ],
    trap: 'The risk is no probability. Whatever moves offences in place and time together looks like repeats: a shop that opens, a way of recording. Dates guessed within a span make pairs that never were.',
  },
};

/** Of the sections under every map. */
export const concentrationText: MethodText = {
  how: [
    'Cells stand in order, the fullest first, and are added up; the last is counted in part, so that ties do not matter. Gini’s coefficient is 0 when all cells hold the same and near 1 when one holds all. The generalised one is 0 at the most even allocation that so few offences allow, and is for counts only.',
    'With fewer offences than cells even chance leaves most cells empty: the same offences dealt out at random stand beside every number.',
  ],
  sources: [
    { text: 'Weisburd 2015', doi: '10.1111/1745-9125.12070' },
    { text: 'Bernasco & Steenbeek 2017', doi: '10.1007/s10940-016-9324-7' },
    { text: 'Hipp & Kim 2017', doi: '10.1007/s10940-016-9328-3' },
  ],
  trap: 'Finer cells look more concentrated by themselves: compare equal sizes of cell only. Chance knows no streets; any town is more concentrated than chance. Harm is concentrated because few offences weigh most of it.',
};

export const hoursText: MethodText = {
  how: [
    'An offence that may have happened at any time from one moment to another counts in each hour by the part of that span that lies in it; its weights add up to one. The middle and the start of the span stand beside it for comparison.',
    'Smoothed: the weights divided by how often each hour came round in the period, averaged over three hours in a circle.',
  ],
  sources: [
    { text: 'Ratcliffe & McCullagh 1998', doi: '10.1080/136588198241644' },
    { text: 'Ratcliffe 2002', doi: '10.1023/A:1013240828824' },
  ],
  trap: 'A weight is ignorance spread evenly, not a time seen. Long nights between closing and finding make a plateau that looks like a peak: compare the starts, and look at the mean span.',
};
