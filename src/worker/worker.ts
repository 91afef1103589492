/** The worker: exposes the jobs and nothing else. */
import { expose } from 'comlink';
import { doorwayOf } from './doorway.ts';
import { createJobs } from './jobs.ts';

expose(doorwayOf(createJobs()));
