/** How one's call order is made, step by step, by the functions that made it (domain §5): four sums and their results. Pure. */
import { callOrderText } from '../../machines/call-order-text.ts';
import { seniority } from '../../machines/rank/seniority.ts';
import { parseSemester } from '../../machines/rank/semester.ts';
import { expectedSeniority } from '../../machines/rank/theoretical-promotion.ts';
import { updatedRank } from '../../machines/rank/updated-rank.ts';
import type { MyAmphitheatre } from '../http/answers.ts';
import { plural } from '../ui/format.ts';

type Rank = NonNullable<MyAmphitheatre['rank']>;

export interface RankLine {
  readonly word: string;
  /** Under the word, small. */
  readonly more: string | null;
  readonly value: string;
}

export interface RankStep {
  readonly title: string;
  readonly lines: readonly RankLine[];
  readonly result: RankLine;
}

const line = (word: string, value: string, more: string | null = null): RankLine => ({ word, more, value });

/** @param semester `2027-05`: the month it starts in. */
export function rankSteps(rank: Rank, semester: string, callOrder: number): readonly RankStep[] {
  return [seniorityStep(rank), promotionStep(rank, semester), rankStep(rank), orderStep(rank, callOrder)];
}

function seniorityStep(rank: Rank): RankStep {
  const research = rank.researchYear + rank.researchLeave;
  const counted = seniority(rank) - rank.validated - rank.supernumerary;
  return {
    title: 'Ancienneté, en semestres',
    lines: [
      line('Semestres validés', `${rank.validated}`, 'semestre en cours compris'),
      line('Surnombre non validant', `+\u00a0${rank.supernumerary}`),
      line(
        'Année de recherche et disponibilité pour recherche',
        `+\u00a0${counted}`,
        research > counted
          ? `ensemble, 4\u00a0au plus\u00a0: ${research}\u00a0semestres, ${counted}\u00a0comptés`
          : 'ensemble, 4\u00a0au plus',
      ),
      line('Disponibilité pour convenances personnelles', '+\u00a00', 'jamais comptée'),
    ],
    result: line('Votre ancienneté', plural(seniority(rank), 'semestre', 'semestres')),
  };
}

function promotionStep(rank: Rank, code: string): RankStep {
  const semester = parseSemester(code);
  const expected = semester === null ? null : expectedSeniority(rank.promotion, semester);
  const behind = expected === null ? 0 : Math.max(0, expected - seniority(rank));
  const later = rank.theoreticalPromotion - rank.promotion;
  return {
    title: 'Promotion théorique',
    lines: [
      line('Promotion d’origine', `${rank.promotion}`, 'année des épreuves'),
      ...(expected === null
        ? []
        : [line('Ancienneté sans interruption', `${expected}`, 'pour cette promotion, à ces choix')]),
      line(
        'Retard',
        `+\u00a0${later}`,
        `${plural(behind, 'semestre', 'semestres')}, une promotion pour deux semestres`,
      ),
    ],
    result: line('Votre promotion théorique', `${rank.theoreticalPromotion}`),
  };
}

function rankStep(rank: Rank): RankStep {
  const { localRank, localHeadcount, presentHeadcount } = rank;
  const exact = (localRank * presentHeadcount) / localHeadcount;
  const shown = exact.toLocaleString('fr-FR', { maximumFractionDigits: 2 });
  const whole = Number.isInteger(exact);
  return {
    title: 'Rang actualisé',
    lines: [
      line(
        'Rang local',
        `${localRank}\u00a0/\u00a0${localHeadcount}`,
        'dans votre promotion d’origine et votre groupe\u202f; il ne change jamais',
      ),
      line(
        `Effectif de la promotion théorique ${rank.theoreticalPromotion}`,
        `${presentHeadcount}`,
        'dans votre groupe, à ce jour',
      ),
      line(
        'Calcul',
        `${whole ? '' : '≈\u00a0'}${shown}`,
        `${localRank}\u00a0/\u00a0${localHeadcount} × ${presentHeadcount}${whole ? '' : ', comparé sans arrondi'}`,
      ),
    ],
    result: line('Votre rang actualisé', `${updatedRank(rank, presentHeadcount)}`),
  };
}

function orderStep(rank: Rank, callOrder: number): RankStep {
  const { earlierPromotion, samePromotion } = rank.before;
  const before = rank.strictSeniority
    ? [line('Internes avant vous', `${earlierPromotion + samePromotion}`, 'l’ancienneté compte d’abord')]
    : [
        line('Promotion théorique antérieure', `${earlierPromotion}`),
        line(`Promotion théorique ${rank.theoreticalPromotion}, rang meilleur`, `+\u00a0${samePromotion}`),
      ];
  return {
    title: 'Ordre d’appel',
    lines: [...before, line('Vous', '+\u00a01')],
    result: line('Votre ordre d’appel', `n°\u00a0${callOrderText(callOrder)}`),
  };
}
