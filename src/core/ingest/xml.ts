/**
 * The tags and texts of an XML file, as its text comes in: as much of XML as office programs write. Names lose their
 * namespace; entities are those XML has itself, so that none can be defined and none expands.
 */
import { InputError } from '../errors.ts';

export interface XmlHandlers {
  /** `attributes` is the text between the name and the end of the tag, for `attribute`. */
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(text: string): void;
}

const COLON = 58;
const MAX_TOKEN = 4_000_000;

export function xmlReader({ open, close, text }: XmlHandlers, fileName: string) {
  let held = '';
  const element = (tag: string) => {
    const bare = tag.endsWith('/') ? tag.slice(0, -1) : tag;
    const blank = bare.search(/\s/);
    const full = blank < 0 ? bare : bare.slice(0, blank);
    const name = full.slice(full.indexOf(':') + 1);
    open(name, blank < 0 ? '' : bare.slice(blank));
    if (bare !== tag) close(name);
  };
  return {
    push(more: string) {
      const all = held + more;
      let at = 0;
      while (at < all.length) {
        if (all.charCodeAt(at) !== 60) {
          const end = all.indexOf('<', at);
          if (end < 0) break;
          text(unescaped(all.slice(at, end)));
          at = end;
          continue;
        }
        const [opening, closing] = all.startsWith('<!--', at)
          ? ['<!--', '-->']
          : all.startsWith('<![CDATA[', at)
            ? ['<![CDATA[', ']]>']
            : ['<', '>'];
        const end = all.indexOf(closing, at + opening.length);
        if (end < 0) break;
        const inner = all.slice(at + opening.length, end);
        at = end + closing.length;
        if (opening === '<![CDATA[') text(inner);
        else if (opening === '<!--' || inner.startsWith('?') || inner.startsWith('!')) continue;
        else if (inner.startsWith('/')) close(inner.slice(inner.indexOf(':') + 1 || 1).trim());
        else element(inner);
      }
      held = all.slice(at);
      if (held.length > MAX_TOKEN) {
        throw new InputError(`“${fileName}” holds a cell longer than 4 million characters – save the sheet as CSV.`);
      }
    },
  };
}

/** The value of an attribute by its name without namespace; null when it is not there. */
export function attribute(attributes: string, name: string): string | null {
  // written the usual way it is found several times faster: a sheet has millions of cells
  for (let at = attributes.indexOf(`${name}="`); at >= 0; at = attributes.indexOf(`${name}="`, at + 1)) {
    const before = attributes.charCodeAt(at - 1);
    if (at > 0 && before > 32 && before !== COLON) continue;
    const start = at + name.length + 2;
    return unescaped(attributes.slice(start, attributes.indexOf('"', start)));
  }
  if (!attributes.includes("'") && !attributes.includes(' =')) return null;
  const found = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found ? unescaped(found[1] ?? found[2] ?? '') : null;
}

function unescaped(text: string): string {
  return text.includes('&') ? text.replace(/&(#x?[0-9a-f]{1,6}|amp|lt|gt|quot|apos);/gi, entity) : text;
}

function entity(whole: string, name: string): string {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
