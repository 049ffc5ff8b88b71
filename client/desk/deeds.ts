/** Who did what, as a sentence of the past: what a moderator reads when another hand was there first. Pure. */
import type { Fact } from '../../machines/session/facts.ts';
import type { DeskRow } from '../../machines/wire/frames.ts';
import { duration } from '../ui/format.ts';
import { withDe } from './french.ts';
import type { Names } from './names.ts';

/** «Marc Ollivier a mis la session en pause»; null where the journal's own words say it better. */
export function deedText({ who, facts }: Pick<DeskRow, 'who' | 'facts'>, names: Names): string | null {
  const subject = who === 'Serveur' ? 'Le serveur' : who;
  for (const fact of facts) {
    const deed = deedOf(fact, subject, names);
    if (deed !== null) return deed;
  }
  return null;
}

function deedOf(fact: Fact, who: string, names: Names): string | null {
  switch (fact.kind) {
    case 'paused':
      return fact.automatic === null
        ? `${who} a mis la session en pause`
        : 'La session s’est mise d’elle-même en pause';
    case 'resumed':
      return `${who} a repris la session`;
    case 'closed':
      return fact.how === 'finished' ? 'La session s’est fermée d’elle-même' : `${who} a fermé la session`;
    case 'prolonged':
      return `${who} a prolongé de ${duration(fact.byMs)} le tour ${of(fact, names)}`;
    case 'passed':
      return `${who} a passé le tour ${of(fact, names)}`;
    case 'absent':
      return `${who} a constaté l’absence ${of(fact, names)}`;
    case 'excused':
      return `${who} a noté l’absence prévue ${of(fact, names)}`;
    case 'waiting':
      return `${who} a levé l’absence prévue ${of(fact, names)}`;
    case 'returned':
      return fact.how === 'moderator'
        ? `${who} a rappelé ${names.name(fact.person)}`
        : `${names.name(fact.person)} est de retour dans la file,`;
    case 'corrected':
      return `${who} a corrigé le choix ${of(fact, names)}`;
    case 'assigned':
      return fact.by === 'moderator'
        ? `${who} a choisi à la place ${of(fact, names)}`
        : `${names.name(fact.person)} a choisi son poste`;
    case 'presence':
      return `${fact.connected ? 'Connexion' : 'Déconnexion'} ${of(fact, names)}`;
    case 'status':
      return `${who} a changé le type de choix ${of(fact, names)}`;
    default:
      return null;
  }
}

const of = ({ person }: Extract<Fact, { person: unknown }>, names: Names): string =>
  withDe(names.name(person));
