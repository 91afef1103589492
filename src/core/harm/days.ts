export type HarmLevel = 'low' | 'default' | 'high';

/** Days of one offence: for the default view, and for a look at how far the answer depends on them. */
export type HarmDays = Readonly<Record<HarmLevel, number>>;
