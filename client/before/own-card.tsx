/** On the home page: the state of one's amphitheatre, one's order and hour, and the door. */
import type { VNode } from 'preact';
import { callOrderText } from '../../machines/call-order-text.ts';
import type { Identity, MyAmphitheatre } from '../http/answers.ts';
import { textOf } from '../http/call.ts';
import { Contact } from '../pages/contact.tsx';
import { MyRehearsal } from '../pages/my-rehearsal.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Facts } from '../ui/facts.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import { Loading } from '../ui/loading.tsx';
import { fullName } from '../ui/navigation.ts';
import { LiveLine } from './live-line.tsx';
import { isDoorOpen, orderToCheck, partOf, situationOf } from './situation.ts';
import type { Situation } from './situation.ts';
import { Door } from './situation-card.tsx';
import { SituationTag } from './situation-tag.tsx';
import { useMyAmphitheatre, useSlowNow } from './use-my-amphitheatre.ts';
import type { OwnRealm } from './use-my-amphitheatre.ts';
import { situationWords, turnWords } from './words.ts';
import './before.css';

interface OwnCardProps {
  readonly realm: OwnRealm;
  readonly identity: Identity;
}

export function OwnCard({ realm, identity }: OwnCardProps): VNode {
  const { value, trouble, again } = useMyAmphitheatre(realm);
  const now = useSlowNow(realm);
  const mine = value?.mine ?? null;
  const situation = mine && situationOf(mine, now);
  return (
    <Card
      title={realm === 'intern' ? 'Mon amphithéâtre' : 'Procuration'}
      aside={situation === null ? null : <SituationTag situation={situation} />}
    >
      {identity.forPerson === null ? null : <p>Vous choisissez pour {fullName(identity.forPerson)}.</p>}
      {value === null && trouble === null ? <Loading /> : null}
      {value === null && trouble !== null ? (
        <>
          <p>{textOf(trouble)}</p>
          <Button kind="edge" onClick={again}>
            Réessayer
          </Button>
        </>
      ) : null}
      {value !== null && mine === null ? (
        <>
          <p>
            {realm === 'intern'
              ? 'Aucun amphithéâtre pour ce semestre.'
              : 'Aucune procuration n’est en vigueur pour ce compte.'}
          </p>
          <Contact />
        </>
      ) : null}
      {mine === null || situation === null ? null : (
        <Content mine={mine} situation={situation} realm={realm} now={now} />
      )}
      <MyRehearsal realm={realm} />
    </Card>
  );
}

interface ContentProps {
  readonly mine: MyAmphitheatre;
  readonly situation: Situation;
  readonly realm: OwnRealm;
  readonly now: number;
}

function Content({ mine, situation, realm, now }: ContentProps): VNode {
  const { amphitheatre, place } = mine;
  const part = partOf(mine);
  const { title, text } = situationWords(situation, part);
  const open = isDoorOpen(situation);
  const before = situation.kind === 'validated' || situation.kind === 'open';
  const own = `/mon-amphitheatre${realm === 'mandatary' ? '?compte=mandatary' : ''}`;
  return (
    <>
      <p>
        <b>{title}.</b> {text}
      </p>
      {situation.kind === 'live' ? <LiveLine realm={realm} now={now} /> : null}
      {open ? <Door situation={situation} part={part} realm={realm} /> : null}
      {amphitheatre === null ? null : (
        <Facts
          rows={[
            ['Amphithéâtre', amphitheatre.title],
            ...(place === null
              ? []
              : ([
                  ['Ordre d’appel', `n°\u00a0${callOrderText(place.callOrder)} sur ${amphitheatre.people}`],
                ] as const)),
            ...(before && place?.turn ? ([['Votre tour', turnWords(place.turn)]] as const) : []),
            ...(situation.kind === 'chosen' ? ([['Service', chosenWords(situation.choice)]] as const) : []),
          ]}
        />
      )}
      {orderToCheck(mine, situation) === null ? null : (
        <p>
          <Icon name="alert" /> <b>Votre ordre est à vérifier.</b>
        </p>
      )}
      <LinkButton href={own} kind={open ? 'edge' : 'plain'} icon="armchair" wide>
        {realm === 'intern' ? 'Voir mon amphithéâtre' : 'Voir l’amphithéâtre'}
      </LinkButton>
      {open ? null : <Door situation={situation} part={part} realm={realm} />}
      {isOver(situation) ? null : <a href="/tester-mon-poste">Tester mon poste</a>}
    </>
  );
}

const isOver = ({ kind }: Situation): boolean => kind === 'chosen' || kind === 'passed' || kind === 'over';

const chosenWords = ({ service, establishment }: NonNullable<MyAmphitheatre['choice']>): string =>
  `${service}, ${establishment}`;
