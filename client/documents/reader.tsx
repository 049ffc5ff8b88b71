/** One person who may read an establishment's list, or might: until when, by whom, and each reading. */
import type { VNode } from 'preact';
import { hour } from '../../machines/french-time.ts';
import type { Ms } from '../../machines/ids.ts';
import type { EstablishmentReader } from '../http/answers.ts';
import { Button } from '../ui/button.tsx';
import { dayAndYear, plural } from '../ui/format.ts';
import { Tag } from '../ui/tag.tsx';

interface ReaderProps {
  readonly reader: EstablishmentReader;
  readonly onEnd: () => void;
}

/** `lundi 22 mars 2027 à 9 h 56`. */
export const moment = (at: Ms): string => `${dayAndYear(at)} à ${hour(at)}`;

export function Reader({ reader, onEnd }: ReaderProps): VNode {
  const { name, email, grantedBy, grantedAt, expiresAt, endedAt, endedBy, reads } = reader;
  const expired = expiresAt <= Date.now();
  const standing = endedAt === null && !expired;
  return (
    <div class="reader">
      <div class="split">
        <p>
          <b>{name}</b>, {email}
        </p>
        {standing ? (
          <Button kind="bare" icon="stop" aria-label={`Mettre fin à l’accès… ${name}`} onClick={onEnd}>
            Mettre fin à l’accès…
          </Button>
        ) : (
          <Tag kind="plain" icon="lock">
            {endedAt === null ? 'Expiré' : 'Terminé'}
          </Tag>
        )}
      </div>
      <p class="quiet small">
        Donné par {grantedBy} le {moment(grantedAt)}, jusqu’au {dayAndYear(expiresAt - 1)}.
        {endedAt === null ? '' : ` Fin le ${moment(endedAt)}${endedBy === null ? '' : `, par ${endedBy}`}.`}
      </p>
      {reads.length === 0 ? (
        <p class="small">Aucun téléchargement.</p>
      ) : (
        <details class="small">
          <summary>{plural(reads.length, 'téléchargement', 'téléchargements')}</summary>
          <ul class="reads">
            {reads.map(({ at, format }) => (
              <li key={at}>
                {moment(at)}, {format.toUpperCase()}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
