/** Branded identifiers: what keeps a post's number from being handed in where a session's is asked for. */

declare const brand: unique symbol;
type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** Milliseconds since 1970 by the server's clock. */
export type Ms = number;

export type AmphitheatreId = Brand<number, 'AmphitheatreId'>;
export type SessionId = Brand<number, 'SessionId'>;
export type PostId = Brand<number, 'PostId'>;
export type ServiceId = Brand<number, 'ServiceId'>;
export type SpecialtyId = Brand<number, 'SpecialtyId'>;
export type AccountId = Brand<number, 'AccountId'>;
export type LoginId = Brand<number, 'LoginId'>;

/** A person of one semester, opaque and public (domain §8): 10 characters of [0-9a-z]. Never the intern's own id. */
export type PersonId = Brand<string, 'PersonId'>;

/** Made by the client for one press of one button: a UUID. Repeated only when no answer came (architecture §2.5). */
export type CommandId = Brand<string, 'CommandId'>;

/** Posts of one service with the same accreditation, reservation and earmark (domain §4); named by its lowest post. */
export type LineId = Brand<number, 'LineId'>;
