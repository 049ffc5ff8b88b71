/** The first card of one's page: the state, what it means, and the one thing to do now. */
import type { VNode } from 'preact';
import type { Ms } from '../../machines/ids.ts';
import type { MyAmphitheatre } from '../http/answers.ts';
import { Contact } from '../pages/contact.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Facts } from '../ui/facts.tsx';
import { WORKPLACES } from '../ui/navigation.ts';
import { Ordinals } from '../ui/ordinals.tsx';
import { LiveLine } from './live-line.tsx';
import { isDoorOpen, partOf } from './situation.ts';
import type { Part, Situation } from './situation.ts';
import { SituationTag } from './situation-tag.tsx';
import type { OwnRealm } from './use-my-amphitheatre.ts';
import { situationWords } from './words.ts';

interface SituationCardProps {
  readonly mine: MyAmphitheatre;
  readonly situation: Situation;
  readonly realm: OwnRealm;
  readonly now: Ms;
}

export function SituationCard({ mine, situation, realm, now }: SituationCardProps): VNode {
  const { title, text } = situationWords(situation, partOf(mine));
  return (
    <Card title={title} aside={<SituationTag situation={situation} />}>
      <p>{text}</p>
      {situation.kind === 'live' ? <LiveLine realm={realm} now={now} /> : null}
      {situation.kind === 'chosen' ? <Chosen choice={situation.choice} /> : null}
      <Door situation={situation} part={partOf(mine)} realm={realm} />
      {isDeadEnd(situation) ? <Contact /> : null}
    </Card>
  );
}

const isDeadEnd = ({ kind }: Situation): boolean =>
  kind === 'unlisted' || kind === 'passed' || kind === 'over';

const Chosen = ({ choice }: { readonly choice: NonNullable<MyAmphitheatre['choice']> }): VNode => (
  <Facts
    ruled
    rows={[
      ['Service', choice.service],
      ['Établissement', <Ordinals key="place" text={`${choice.establishment}, ${choice.city}`} />],
      ['Poste', `n°\u00a0${choice.post}`],
      ['Ligne du procès-verbal', `${choice.seq}`],
    ]}
  />
);

/** The room: large and green when it is what there is to do, an ordinary link while one prepares. */
export function Door({
  situation,
  part,
  realm,
}: {
  readonly situation: Situation;
  readonly part: Part;
  readonly realm: OwnRealm;
}): VNode | null {
  const { href } = WORKPLACES[realm];
  if (isDoorOpen(situation) && part !== 'chooses')
    return (
      <LinkButton href={href} kind="edge" icon="door" wide>
        Suivre la session
      </LinkButton>
    );
  if (isDoorOpen(situation))
    return (
      <div class="before-door">
        <LinkButton href={href} kind="go" icon="door" wide>
          Entrer dans la session
        </LinkButton>
      </div>
    );
  switch (situation.kind) {
    case 'open':
      return (
        <div class="before-acts">
          {realm === 'intern' ? (
            <LinkButton href="/favoris" icon="heart">
              Préparer mes favoris
            </LinkButton>
          ) : null}
          <LinkButton href={href} kind="edge" icon="door">
            Voir ma session
          </LinkButton>
        </div>
      );
    case 'chosen':
    case 'passed':
    case 'over':
      return (
        <LinkButton href={href} kind="edge" icon="door" wide>
          Revoir ma session
        </LinkButton>
      );
    default:
      return null;
  }
}
