/** The latest choices in an establishment: who, which service, when; never the post (domain §8). */
import type { VNode } from 'preact';
import { callOrderText } from '../../machines/call-order-text.ts';
import type { BoardChoice } from '../http/answers.ts';
import { Card } from '../ui/card.tsx';
import { stamp } from '../ui/format.ts';
import { Empty } from '../ui/loading.tsx';

interface BoardChoicesProps {
  readonly choices: readonly BoardChoice[];
  readonly establishment: string;
}

export const BoardChoices = ({ choices, establishment }: BoardChoicesProps): VNode => (
  <Card
    flush
    title="Derniers choix"
    aside={<a href={`/affectations?recherche=${encodeURIComponent(establishment)}`}>Tous ses choix</a>}
  >
    {choices.length === 0 ? (
      <Empty icon="list" title="Aucun choix dans cet établissement pour l’instant">
        <p>Chaque choix paraît ici dès qu’il est enregistré.</p>
      </Empty>
    ) : (
      <ul class="lines">
        {choices.map(choice => (
          <li key={choice.person} class="line">
            <span class="line-text">
              <b>{choice.service}</b>
              <span>
                {choice.firstName} {choice.name}
                <span class="quiet small">
                  {' '}
                  · n°&nbsp;{callOrderText(choice.callOrder)} · {choice.specialty}
                </span>
              </span>
            </span>
            <span class="digits small quiet">{stamp(choice.at, Date.now())}</span>
          </li>
        ))}
      </ul>
    )}
  </Card>
);
