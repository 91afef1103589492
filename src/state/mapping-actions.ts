/** Asking how files are read that are not understood by themselves, and the profiles that answer for the next time. */
import type { Inspection } from '../core/ingest/inspect.ts';
import {
  type Mapping,
  type Profile,
  profileFor,
  profileJson,
  readProfile,
  signatureOf,
} from '../core/ingest/mapping-profile.ts';
import type { Source } from '../core/ingest/source.ts';
import type { Store } from './app-state.ts';
import type { Doing } from './doing.ts';
import { draftFrom, draftOver, hasPlace, type MappingStep } from './mapping-step.ts';
import { messageOf } from './message-of.ts';
import { keepProfiles, withProfile } from './profiles.ts';
import type { Remembering } from './quiet-storage.ts';
import { failed, running } from './reduce.ts';

interface Looked {
  readonly file: File;
  /** Null for a file that cannot be looked at: the load tells why. */
  readonly inspection: Inspection | null;
  readonly profile: Profile | null;
}

type Actions = Pick<
  Store,
  | 'setMapping'
  | 'pickSheet'
  | 'finishMapping'
  | 'cancelMapping'
  | 'changeReading'
  | 'importProfile'
  | 'exportProfile'
  | 'deleteProfile'
> & {
  /** How each file is read, null for one that is understood by itself; null in all when the user gave up. */
  mappingsFor(files: readonly File[]): Promise<readonly (Mapping | null)[] | null>;
};

export function mappingActions({ client, dispatch, getState }: Doing, storage: Remembering): Actions {
  let answer: ((mapping: Mapping | null) => void) | null = null;

  const show = (step: MappingStep | null) => dispatch({ type: 'mapping', step });

  /** Resolves when the user has answered; a step that is still open is given up. */
  function open(step: MappingStep): Promise<Mapping | null> {
    answer?.(null);
    const answered = new Promise<Mapping | null>((resolve) => {
      answer = resolve;
    });
    show(step);
    void attempt();
    return answered;
  }

  function settle(mapping: Mapping | null): void {
    const resolve = answer;
    answer = null;
    show(null);
    resolve?.(mapping);
  }

  /** Counts what the draft would keep; an answer for an earlier draft is dropped. */
  async function attempt(): Promise<void> {
    const step = getState().mapping;
    if (!step) return;
    if (!hasPlace(step)) {
      show({ ...step, trial: { status: 'idle' } });
      return;
    }
    const { file, draft } = step;
    show({ ...step, trial: running(step.trial) });
    const trial = await client.tryMapping(file, draft).then(
      (value) => ({ status: 'ready', value }) as const,
      (error: unknown) => failed(step.trial, messageOf(error)),
    );
    const now = getState().mapping;
    if (now && now.file === file && now.draft === draft) show({ ...now, trial });
  }

  async function look(file: File): Promise<Looked> {
    const inspection = await client.inspect(file, null).catch(() => null);
    if (!inspection) return { file, inspection, profile: null };
    const { profiles } = getState();
    const profile = profileFor(profiles, inspection.headers);
    if (profile) return { file, inspection, profile };
    // a profile may be for another sheet than the one that comes up by itself
    for (const candidate of profiles.toReversed()) {
      const { sheet } = candidate.mapping;
      if (sheet === undefined || sheet === inspection.sheet || !inspection.sheets.includes(sheet)) continue;
      const other = await client.inspect(file, sheet).catch(() => null);
      if (other && signatureOf(other.headers) === candidate.signature) {
        return { file, inspection: other, profile: candidate };
      }
    }
    return { file, inspection, profile: null };
  }

  const stepOf = (
    file: Source,
    inspection: Inspection,
    draft: Mapping,
    about: Pick<MappingStep, 'place' | 'why' | 'profile'>,
  ): MappingStep => ({ file, inspection, draft, looking: false, trial: { status: 'idle' }, ...about });

  /** Asks about one file, whatever is known of it. */
  async function ask(file: Source, before: Mapping | null): Promise<Mapping | null> {
    const inspection = await client.inspect(file, before?.sheet ?? null);
    const draft = before ? draftOver(inspection, before) : firstDraft(inspection);
    const profile = getState().readBy[file.name] ?? null;
    const why = inspection.ask ?? 'Change how its columns and values are read; it is then loaded again.';
    return open(stepOf(file, inspection, draft, { place: { at: 1, of: 1 }, why, profile }));
  }

  function keep(profiles: readonly Profile[]): void {
    dispatch({ type: 'profiles', profiles });
    keepProfiles(profiles, storage);
  }

  return {
    async mappingsFor(files) {
      const looked: Looked[] = [];
      for (const file of files) looked.push(await look(file));
      const asked = looked.filter(({ inspection, profile }) => inspection?.ask && !profile);
      const mappings: (Mapping | null)[] = [];
      for (const { file, inspection, profile } of looked) {
        if (!inspection?.ask || profile) {
          mappings.push(profile?.mapping ?? null);
          continue;
        }
        const place = { at: asked.findIndex((one) => one.file === file) + 1, of: asked.length };
        const about = { place, why: inspection.ask, profile: null };
        const mapping = await open(stepOf(file, inspection, firstDraft(inspection), about));
        if (mapping === null) return null;
        mappings.push(mapping);
      }
      // of those that were asked about it is known already
      const told = looked.filter((one) => !asked.includes(one)).map(({ file }) => file.name);
      const others = Object.entries(getState().readBy).filter(([name]) => !told.includes(name));
      const applied = looked.flatMap(({ file, profile }) => (profile ? [[file.name, profile.name] as const] : []));
      dispatch({ type: 'read-by', readBy: Object.fromEntries([...others, ...applied]) });
      return mappings;
    },

    async changeReading(batch, name) {
      try {
        const { source, mapping } = await client.readingOf(batch, name);
        const answered = await ask(source, mapping);
        if (answered === null) return;
        dispatch({ type: 'load-started' });
        const reply = await client.reread(batch, name, answered, ({ done, total, rows }) => {
          dispatch({ type: 'load-progress', progress: { fraction: total > 0 ? done / total : 0, rows } });
        });
        dispatch({ type: 'load-cancelled' });
        dispatch({ type: 'batches', ...reply });
      } catch (error) {
        if (error instanceof Error && error.name === 'CancelledError') dispatch({ type: 'load-cancelled' });
        else dispatch({ type: 'load-failed', message: messageOf(error) });
      }
    },

    setMapping(draft) {
      const step = getState().mapping;
      if (!step || step.looking) return;
      show({ ...step, draft });
      void attempt();
    },

    async pickSheet(sheet) {
      const step = getState().mapping;
      if (!step || step.looking) return;
      const { file } = step;
      show({ ...step, looking: true });
      try {
        const inspection = await client.inspect(file, sheet);
        const now = getState().mapping;
        if (now?.file !== file) return;
        show({ ...now, looking: false, inspection, draft: draftFrom(inspection, sheet), trial: { status: 'idle' } });
        void attempt();
      } catch (error) {
        const now = getState().mapping;
        if (now?.file === file) show({ ...now, looking: false, trial: failed(now.trial, messageOf(error)) });
      }
    },

    finishMapping(profileName) {
      const step = getState().mapping;
      if (!step || step.looking || !hasPlace(step)) return;
      const { draft, inspection } = step;
      const name = profileName?.trim() ?? '';
      if (name !== '') {
        const profile = { name, signature: signatureOf(inspection.headers), mapping: draft };
        keep(withProfile(getState().profiles, profile));
      }
      const { [step.file.name]: _, ...others } = getState().readBy;
      dispatch({ type: 'read-by', readBy: name === '' ? others : { ...others, [step.file.name]: name } });
      settle(draft);
    },

    cancelMapping: () => settle(null),

    async importProfile(file) {
      try {
        const profile = readProfile(await file.text(), file.name);
        keep(withProfile(getState().profiles, profile));
        return null;
      } catch (error) {
        return messageOf(error);
      }
    },

    exportProfile(name) {
      const profile = getState().profiles.find((one) => one.name === name);
      return profile ? profileJson(profile) : '';
    },

    deleteProfile: (name) => keep(getState().profiles.filter((profile) => profile.name !== name)),
  };
}

/** Of a workbook with several sheets it names the one that it is for. */
function firstDraft(inspection: Inspection): Mapping {
  return draftFrom(inspection, inspection.sheets.length > 1 ? inspection.sheet : null);
}
