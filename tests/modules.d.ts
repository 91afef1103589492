declare module 'comlink/dist/esm/node-adapter.mjs' {
  import type { Endpoint } from 'comlink';
  /** A port of Node's own channels as comlink expects one. */
  export default function nodeEndpoint(port: unknown): Endpoint;
}
