/** «À affecter» in words: who is left without a post, why, and what may be done about it now. Pure. */
import { callOrderText } from '../../machines/call-order-text.ts';
import { folded, foldedWords } from '../../machines/folded.ts';
import { CAUSE_WORDS } from '../desk/journal-text.ts';
import type { Left, LeftPerson, LeftState } from '../http/answers.ts';
import { plural } from '../ui/format.ts';
import { fullName } from '../ui/navigation.ts';
import type { IconName } from '../ui/icon/icon.tsx';

/** Why somebody has no post; a private reason of a planned absence is for moderators, as this page is. */
export function whyText(state: LeftState): readonly [IconName, string] {
  switch (state.kind) {
    case 'waiting':
      return ['clock', 'En attente, jamais à l’appel'];
    case 'called':
      return ['hourglass', 'À l’appel'];
    case 'returned':
      return ['back', 'De retour, pas encore à l’appel'];
    case 'absent':
      return ['userOff', `Absence, ${CAUSE_WORDS[state.cause]}`];
    case 'excused':
      return [
        'calendarOff',
        state.reason === '' ? 'Absence prévue' : `Absence prévue, «\u00a0${state.reason}\u00a0»`,
      ];
    case 'passed':
      return ['circleX', 'Tour passé, aucun poste possible'];
    case 'withoutPost':
      return ['lock', 'Sans poste, décidé par l’ARS'];
    default:
      return state satisfies never;
  }
}

/**
 * Once the last session is closed: everyone without a post, those still to settle first. Before: those who will be
 * left if nothing happens, not everybody who still waits for their turn.
 */
export function leftShown({ settling, people }: Left): readonly LeftPerson[] {
  const settled = ({ state }: LeftPerson): boolean => state.kind === 'withoutPost';
  if (settling) return people.toSorted((a, b) => Number(settled(a)) - Number(settled(b)));
  return people.filter(({ state: { kind } }) => !STILL_TO_PASS.includes(kind));
}

/** Whoever is looked for: by every word of name, specialty and why, or by the number itself. */
export function leftFound(people: readonly LeftPerson[], words: string): readonly LeftPerson[] {
  const wanted = foldedWords(words);
  return people.filter(who => {
    if (wanted.join(' ') === folded(callOrderText(who.callOrder))) return true;
    const text = folded([fullName(who), who.specialty, whyText(who.state)[1]].join(' '));
    return wanted.every(word => text.includes(word));
  });
}

const STILL_TO_PASS: readonly LeftState['kind'][] = ['waiting', 'called', 'returned'];

export type LeftAct = 'assign' | 'leaveWithoutPost';

/** Which acts a row has; why there are none stands above the list. */
export function leftActs({ settling }: Pick<Left, 'settling'>, { state }: LeftPerson): readonly LeftAct[] {
  if (!settling) return [];
  return state.kind === 'withoutPost' ? ['assign'] : ['assign', 'leaveWithoutPost'];
}

/** What the page says before its list. */
export function leftSummary(left: Left): { readonly title: string; readonly text: string } {
  const waiting = left.people.filter(({ state: { kind } }) => STILL_TO_PASS.includes(kind)).length;
  if (!left.settling)
    return {
      title: 'Pas encore\u00a0: la dernière session n’est pas close',
      text: `Les affectations se font après la dernière session, quand plus personne n’est à appeler. ${plural(waiting, 'interne passera', 'internes passeront')} d’ici là.`,
    };
  if (left.people.length === 0)
    return { title: 'Tout le monde a un poste', text: 'Il n’y a personne à affecter.' };
  if (left.toSettle === 0)
    return { title: 'Tout est décidé', text: 'Chaque interne a un poste, ou reste sans poste par décision.' };
  return {
    title: `${plural(left.toSettle, 'interne', 'internes')} à affecter`,
    text: 'Donnez à chaque interne un poste resté libre, ou notez qu’il n’y en a pas. L’ordre d’appel décide\u00a0: commencez par le haut.',
  };
}
