/**
 * The answers that PostgreSQL writes whole, for `/api/openapi.json`: the public offer, its state, and the directory of an
 * amphitheatre. Their types are in `machines/`, where the client reads them; a schema that said otherwise would not compile.
 */
import { z } from 'zod';
import type { Directory } from '../../machines/directory.ts';
import type { AmphitheatreId, LineId, PostId, ServiceId, SpecialtyId } from '../../machines/ids.ts';
import type { OfferState, PublicOffer } from '../../machines/public-offer.ts';
import { callOrder, idOf, personId, phase } from '../answer-parts.ts';

const service = idOf<ServiceId>();
const specialty = idOf<SpecialtyId>();
const post = idOf<PostId>();
const line = idOf<LineId>();
const amphitheatre = idOf<AmphitheatreId>();

/** `GET /offer` */
export const publicOffer = z.strictObject({
  edition: z.string().describe('Another one as soon as a post is added, changed, published or withdrawn'),
  semester: z.string().nullable(),
  amphitheatres: z.array(z.strictObject({ id: amphitheatre, group: z.string(), phase })),
  services: z
    .array(z.tuple([service, z.string(), z.string(), z.string(), z.string(), z.string()]))
    .describe('Service, name, head, establishment, city, department'),
  specialties: z.array(z.tuple([specialty, z.string()])).describe('DES, name'),
  lines: z
    .array(
      z.tuple([
        line,
        service,
        amphitheatre,
        z.string(),
        specialty.nullable(),
        z.string().nullable(),
        z.array(z.tuple([post, z.string()])),
      ]),
    )
    .describe('Line, service, amphitheatre, accreditation, reserved for, earmark, posts with their numbers'),
}) satisfies z.ZodType<PublicOffer>;

/** `GET /offer/state` */
export const offerState = z.strictObject({
  edition: z.string(),
  posts: z
    .string()
    .describe('A digit a post, in the order of that edition’s lines: 0 free, 1 filled, 2 taken out'),
}) satisfies z.ZodType<OfferState>;

/** `GET /amphitheatres/:id/directory/:edition` */
export const directory = z.strictObject({
  amphitheatre,
  edition: z.int(),
  title: z.string(),
  group: z.string(),
  phase,
  semester: z.string(),
  people: z
    .array(z.strictObject({ id: personId, name: z.string(), firstName: z.string(), callOrder, specialty }))
    .describe('In call order'),
  services: z
    .array(
      z.strictObject({
        id: service,
        name: z.string(),
        head: z.string(),
        establishment: z.string(),
        city: z.string(),
        department: z.string(),
      }),
    )
    .describe('By department, establishment, service'),
  posts: z
    .array(
      z.strictObject({
        id: post,
        number: z.string(),
        service,
        line,
        accreditation: z.string(),
        reservedFor: specialty.nullable(),
        earmark: z.string().nullable(),
      }),
    )
    .describe('By number'),
  specialties: z.array(z.strictObject({ id: specialty, name: z.string() })),
}) satisfies z.ZodType<Directory>;
