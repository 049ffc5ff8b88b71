/** What a route that serves a document answers: the file, or a problem that says to try again. */
import type { Context } from 'hono';
import { problem } from '../http/problem.ts';
import type { Asked } from './ask.ts';

const RETRY_AFTER_S = 10;

/** @param isPrivate kept by nobody on the way, nor by the browser. */
export function answerDocument(context: Context, asked: Asked, isPrivate: boolean): Response {
  if (asked.kind !== 'made') {
    context.header('retry-after', String(RETRY_AFTER_S));
    return problem(context, asked.kind === 'late' ? 'DOCUMENT_LATE' : 'DOCUMENT_FAILED');
  }
  const { fileName, mediaType, content } = asked.document;
  context.header('cache-control', isPrivate ? 'private, no-store' : 'no-cache');
  context.header('content-disposition', disposition(fileName));
  return context.body(content, 200, { 'content-type': mediaType });
}

/** The plain name for old readers, the French one beside it (RFC 6266). */
export function disposition(fileName: string): string {
  const plain = fileName
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll(/[^\w.-]/g, '-');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName).replaceAll("'", '%27')}`;
}
