/** A route's line in `/api/openapi.json`: what it is for, and what it answers where nothing stands against it. */
import { describeRoute, resolver } from 'hono-openapi';
import type { ZodType } from 'zod';
import { done, pending } from '../answers.ts';

const json = (description: string, answer: ZodType) => ({
  description,
  content: { 'application/json': { schema: resolver(answer) } },
});

export const described = (summary: string, answer: ZodType) =>
  describeRoute({ summary, responses: { 200: json('As asked', answer) } });

/** Of what a live session may have to decide (acts/outcome.ts). */
export const describedAct = (summary: string) =>
  describeRoute({
    summary,
    responses: { 200: json('Done', done), 202: json('The live session will decide in its turn', pending) },
  });

/** What is answered once the live session has recorded the question. */
export const describedOrPending = (summary: string, answer: ZodType) =>
  describeRoute({
    summary,
    responses: {
      200: json('As asked', answer),
      202: json('The live session will decide in its turn', pending),
    },
  });

/** Of a document that the worker writes: PDF or CSV, as an attachment. */
export const describedFile = (summary: string) =>
  describeRoute({
    summary,
    responses: {
      200: { description: 'The file, as an attachment', content: { 'application/pdf': {}, 'text/csv': {} } },
    },
  });

export const describedSilent = (summary: string) =>
  describeRoute({ summary, responses: { 204: { description: 'Done, nothing to say' } } });
