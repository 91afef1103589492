/** The layers that the worker holds beside offences and areas: risk factors and populations. */
import { InputError } from '../core/errors.ts';
import { type Factor, type FactorFile, factorsOf } from '../core/geo/factor.ts';
import type { Population } from '../core/geo/populations.ts';
import { readFactorFile } from '../core/ingest/factor-file.ts';
import { readPopulations } from '../core/ingest/population-file.ts';
import type { Source } from '../core/ingest/source.ts';
import { fingerprint } from '../core/project/inputs.ts';
import type {
  LayerOrigin,
  OpenFactors,
  OpenLayers,
  ProjectFactors,
  ProjectLayers,
  ProjectPopulations,
} from '../core/project/layers.ts';

/** Each answers with all layers held, whose arrays are the caller's. */
export interface LayerJobs {
  layers(): OpenLayers;
  /** A file of the same name takes the place of the one held. */
  openFactors(source: Source, origin: LayerOrigin): Promise<OpenLayers>;
  /** null joins the file's factors again. What was renamed or removed by the earlier split is forgotten. */
  splitFactors(fileName: string, splitBy: string | null): OpenLayers;
  /** An empty name brings back the one from the file. */
  renameFactor(id: string, name: string): OpenLayers;
  /** A file goes with its last factor. */
  removeFactor(id: string): OpenLayers;
  openPopulations(source: Source, origin: LayerOrigin): Promise<OpenLayers>;
  removePopulations(): OpenLayers;
  /** Forgets those of the demo. */
  removeDemoLayers(): OpenLayers;
}

interface HeldFile extends ProjectFactors {
  readonly file: FactorFile;
  readonly factors: readonly Factor[];
}

export function createLayers() {
  let files: readonly HeldFile[] = [];
  let populations: ProjectPopulations | null = null;

  const put = (next: HeldFile): void => {
    const known = files.some(({ file }) => file.name === next.file.name);
    files = known ? files.map((held) => (held.file.name === next.file.name ? next : held)) : [...files, next];
  };
  const change = (id: string, by: (held: HeldFile) => HeldFile): OpenLayers => {
    const held = files.find(({ factors }) => factors.some((factor) => factor.id === id));
    if (!held) throw new InputError('This risk factor is no longer open – open its file again.');
    put(by(held));
    files = files.filter(({ factors }) => factors.length > 0);
    return reply();
  };
  const reply = (): OpenLayers => ({ files: files.map(shown), populations });

  const jobs: LayerJobs = {
    layers: reply,
    async openFactors(source, origin) {
      const { sha256 } = await fingerprint(source);
      const file = readFactorFile(await bytesOf(source), source.name);
      put(held({ file, sha256, origin, splitBy: null, names: {}, removed: [] }));
      return reply();
    },
    splitFactors(fileName, splitBy) {
      const before = files.find(({ file }) => file.name === fileName);
      if (!before) throw new InputError(`${fileName} is no longer open – open it again.`);
      put(held({ ...before, splitBy, names: {}, removed: [] }));
      return reply();
    },
    renameFactor: (id, name) =>
      change(id, (before) => {
        const { [id]: _, ...others } = before.names;
        const text = name.trim().slice(0, 100);
        return held({ ...before, names: text === '' ? others : { ...others, [id]: text } });
      }),
    removeFactor: (id) => change(id, (before) => held({ ...before, removed: [...before.removed, id] })),
    async openPopulations(source, origin) {
      const { sha256 } = await fingerprint(source);
      populations = { ...readPopulations(await bytesOf(source), source.name), name: source.name, sha256, origin };
      return reply();
    },
    removePopulations() {
      populations = null;
      return reply();
    },
    removeDemoLayers() {
      files = files.filter(({ origin }) => origin !== 'demo');
      if (populations?.origin === 'demo') populations = null;
      return reply();
    },
  };

  return {
    jobs,
    /** Every factor held, by the names they now have. */
    factors: (): readonly Factor[] => files.flatMap(({ factors }) => factors),
    populations: (): readonly Population[] => populations?.populations ?? [],
    /** As a project keeps them. */
    saved: (): ProjectLayers => ({
      factors: files.map(({ file, sha256, origin, splitBy, names, removed }) => ({
        file,
        sha256,
        origin,
        splitBy,
        names,
        removed,
      })),
      populations,
    }),
    /** Replaces all by those of a project; none without one. */
    replace(layers: ProjectLayers | null): void {
      files = (layers?.factors ?? []).map(held);
      populations = layers?.populations ?? null;
    },
  };
}

function held(saved: ProjectFactors): HeldFile {
  const { file, splitBy, names, removed } = saved;
  const factors = factorsOf(file, splitBy)
    .filter(({ id }) => !removed.includes(id))
    .map((factor) => ({
      ...factor,
      name: (Object.hasOwn(names, factor.id) ? names[factor.id] : undefined) ?? factor.name,
    }));
  return { ...saved, factors };
}

function shown({ file, sha256, origin, splitBy, factors }: HeldFile): OpenFactors {
  return {
    name: file.name,
    sha256,
    origin,
    fields: file.fields.map(({ name, values }) => ({ name, values: values.length })),
    splitBy,
    // a transferred array leaves its owner
    factors: factors.map((factor) => ({
      ...factor,
      lon: factor.lon.slice(),
      lat: factor.lat.slice(),
      partStart: factor.partStart.slice(),
      shapeStart: factor.shapeStart.slice(),
    })),
    notes: file.notes,
  };
}

async function bytesOf(source: Source): Promise<Uint8Array> {
  try {
    return new Uint8Array(await source.slice(0, source.size).arrayBuffer());
  } catch {
    throw new InputError(`“${source.name}” can no longer be read – it was moved or changed: open it again.`);
  }
}
