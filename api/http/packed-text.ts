/**
 * A text that many ask for, kept as bytes under the name of its content and packed once for all: what the shelves of
 * public lists, of the offer and of directories keep, and how a route answers it.
 */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Context } from 'hono';

type Bytes = Uint8Array<ArrayBuffer>;
type Encoding = 'br' | 'gzip';

export interface PackedText {
  readonly etag: string;
  readonly text: Bytes;
  /** Packed at the first asking, in a thread. */
  packed(encoding: Encoding): Promise<Bytes>;
}

export function packedText(written: string): PackedText {
  const text = Uint8Array.from(Buffer.from(written));
  const packs = new Map<Encoding, Promise<Bytes>>();
  return {
    etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`,
    text,
    packed(encoding) {
      const made = packs.get(encoding) ?? packers[encoding](text).then(bytes => Uint8Array.from(bytes));
      packs.set(encoding, made);
      made.catch(() => packs.delete(encoding)); // the askers get the fault, the next one tries again
      return made;
    },
  };
}

const packers: Readonly<Record<Encoding, (text: Bytes) => Promise<Buffer>>> = {
  // 12,000 posts take it some 30 ms; the highest quality would take a second for a fifth less.
  br: text =>
    promisify(brotliCompress)(text, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: text.byteLength },
    }),
  gzip: promisify(gzip),
};

const SMALLEST_PACKED = 1_024; // bytes: below, packing gains nothing
const KEPT_AND_ASKED = 'public, no-cache'; // by browsers: kept, and asked about each time

/** 304 to who has it, else packed as the browser wishes. */
export async function answerPacked(
  context: Context,
  kept: PackedText,
  cacheControl = KEPT_AND_ASKED,
): Promise<Response> {
  context.header('vary', 'Accept-Encoding');
  context.header('etag', kept.etag);
  context.header('cache-control', cacheControl);
  if (has(context.req.header('if-none-match'), kept.etag)) return context.body(null, 304);
  const encoding =
    kept.text.byteLength < SMALLEST_PACKED ? null : wanted(context.req.header('accept-encoding'));
  if (encoding !== null) context.header('content-encoding', encoding);
  return context.body(encoding === null ? kept.text : await kept.packed(encoding), 200, {
    'content-type': 'application/json; charset=utf-8',
  });
}

/** A proxy that packs by itself calls the tag weak: it is the same text. */
const has = (known: string | undefined, etag: string): boolean =>
  known !== undefined && known.split(',').some(tag => tag.trim().replace(/^W\//, '') === etag);

function wanted(accepted: string | undefined): Encoding | null {
  const names = (accepted ?? '')
    .split(',')
    .filter(each => !/;\s*q=0(\.0*)?\s*$/.test(each))
    .map(each => each.split(';')[0]?.trim());
  if (names.includes('br')) return 'br';
  return names.includes('gzip') ? 'gzip' : null;
}
