/** How patrol areas and plans are worked out, where that comes from, and what they cannot tell: the wording of core. */
import type { MethodText } from '../hotspots/method-texts.ts';

export const patrolText: MethodText = {
  how: [
    'An area is grown from the worst cell that is free: of the cells beside it the worst one joins, as long as the area stays within its largest size. An area with fewer offences than the least is given up, so that one grave offence makes no patrol area. Ranks go by the whole area.',
    'The hours of an area are those of its own offences, aoristic and smoothed over three hours. With few offences they lean on a plainer shape: how busy that hour of the day is, times how busy that night of the week is.',
    'Areas are taken by rank, all first visits before any second one. Each visit goes to the start and the pair that suit it best: busy hours count for it, the way and a pair with much to do against it, and a little chance, drawn by the seed, keeps plans from being foreseen. Ways are straight lines, times 1.3 on foot and 1.4 by car.',
  ],
  sources: [
    { text: 'Basford et al. 2021', doi: '10.1007/s41887-021-00067-2' },
    { text: 'Koper 1995', doi: '10.1080/07418829500096231' },
    { text: 'Ratcliffe 2002', doi: '10.1023/A:1013240828824' },
    { text: 'Croes 1958', doi: '10.1287/opre.6.6.791' },
  ],
  trap: 'The areas fit the offences they were grown from, so they will hold less next month: test them in Evaluate. Busy hours are those of recorded offences, not of danger where nobody reports. The plan is a good one, not the best one: railways, rivers and one-way streets are not known here.',
};
