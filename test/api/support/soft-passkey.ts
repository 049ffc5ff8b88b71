/** A passkey in software: makes and shows WebAuthn answers as a browser with a security key would (ES256, no attestation). */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

interface Options {
  readonly challenge: string;
}

export interface SoftPasskey {
  readonly id: string;
  /** What `navigator.credentials.create` answers, as JSON. */
  made(options: Options, origin: string): object;
  /** What `navigator.credentials.get` answers. @param counter as the key tells its uses; one that goes back is a copy's. */
  shown(options: Options, origin: string, counter: number): object;
}

export function softPasskey(): SoftPasskey {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const credential = randomBytes(16);
  const id = credential.toString('base64url');
  const common = { id, rawId: id, type: 'public-key', clientExtensionResults: {} };
  return {
    id,
    made(options, origin) {
      const authData = Buffer.concat([
        authenticatorData(origin, 0x41, 0), // present, with a credential
        Buffer.alloc(16), // a maker unknown
        Buffer.from([0, credential.length]),
        credential,
        coseKey(publicKey),
      ]);
      // CBOR: {fmt: 'none', attStmt: {}, authData: bytes}
      const attestation = Buffer.concat([
        Buffer.from([0xa3]),
        text('fmt'),
        text('none'),
        text('attStmt'),
        Buffer.from([0xa0]),
        text('authData'),
        Buffer.from([0x58, authData.length]),
        authData,
      ]);
      return {
        ...common,
        response: {
          clientDataJSON: clientData('webauthn.create', options, origin).toString('base64url'),
          attestationObject: attestation.toString('base64url'),
          transports: ['usb'],
        },
      };
    },
    shown(options, origin, counter) {
      const client = clientData('webauthn.get', options, origin);
      const data = authenticatorData(origin, 0x01, counter);
      const signed = Buffer.concat([data, createHash('sha256').update(client).digest()]);
      return {
        ...common,
        response: {
          clientDataJSON: client.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: sign('sha256', signed, privateKey).toString('base64url'),
        },
      };
    },
  };
}

const clientData = (type: string, { challenge }: Options, origin: string): Buffer =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));

function authenticatorData(origin: string, flags: number, counter: number): Buffer {
  const count = Buffer.alloc(4);
  count.writeUInt32BE(counter);
  const host = createHash('sha256').update(new URL(origin).hostname).digest();
  return Buffer.concat([host, Buffer.from([flags]), count]);
}

const text = (word: string): Buffer => Buffer.concat([Buffer.from([0x60 + word.length]), Buffer.from(word)]);

/** CBOR: {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y} */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  const bytes = (part: string): Buffer =>
    Buffer.concat([Buffer.from([0x58, 32]), Buffer.from(part, 'base64url')]);
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    bytes(x),
    Buffer.from([0x22]),
    bytes(y),
  ]);
}
