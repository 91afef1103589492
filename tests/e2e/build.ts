/** Once, before the files that drive it run side by side. */
export { buildWhenNeeded as default } from '../../src/cli/serve.ts';
